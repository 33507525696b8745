package dev.fermata.model.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.fermata.model.source.SourceText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.YamlReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakScanTest {
  private static final String TOKEN = "ghp_1234567890abcdefghijklmnopqrstuvwxyz";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          AWS Client ID          | A3TX1234567890ABCDEF
          AWS Secret Key         | aws"12345+67890/abcdefghijklm+NOPQRSTUVWXYZ+"
          Github authentication  | ghp_1234567890abcdefghijklmnopqrstuvwxyz
          JSON Web Token         | eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.SflKxwRJSMeKKF2
          Stripe API key         | sk_live_abcdefghijklmnopqrstuvwx
          Slack token            | xoxb-123456789012-abcdefABCDEF
          npm auth token         | npm_abcdefghijklmnopqrstuvwxyz0123456789
          URL with password      | postgres://shop:hunter2@db/shop
          HTTP Basic Authentication | Authorization: Basic c2hvcDpodW50ZXIy
          """)
  void a_key_is_told_by_its_form(String type, String value) {
    assertThat(LeakScan.in(document("services: {web: {environment: {X: '%s'}}}", value)))
        .containsExactly(new Leak(type, "services.web.environment.X", value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nginx:1.27",
        "registry.example.com/acme/shop@sha256:3b1f",
        "http://localhost:8080/a@b",
        "${GITHUB_TOKEN}",
        "postgres://shop:${PASSWORD}@db/shop",
        "just a sentence about basic things",
      })
  void what_has_no_such_form_is_left_alone(String value) {
    assertThat(LeakScan.in(document("services: {web: {command: '%s'}}", value))).isEmpty();
  }

  @Test
  void a_name_makes_a_random_value_a_secret_and_no_other() {
    assertThat(LeakScan.in("a.env", "DB_PASSWORD=kT9#vQ2!mZ7$xL4&\nDB_PASS_HINT=aaaa\n"))
        .extracting(Leak::type, Leak::key)
        .containsExactly(tuple("Keyword Detector", "DB_PASSWORD"));
    assertThat(LeakScan.in(document("secrets: {db: {file: '%s'}}", "/home/me/secrets/db-key.txt")))
        .isEmpty();
  }

  @Test
  void files_of_variables_are_read_as_such() {
    assertThat(LeakScan.in("app.env", "# mine\nexport TOKEN=\"" + TOKEN + "\"\r\n"))
        .containsExactly(new Leak("Github authentication", "TOKEN", TOKEN));
  }

  @Test
  void a_private_key_is_found_in_any_text_as_a_whole() {
    String key = "-----BEGIN DSA PRIVATE KEY-----\nwxyz+ABC=\n-----END DSA PRIVATE KEY-----";

    assertThat(LeakScan.in("secret.txt", key + "\n"))
        .containsExactly(new Leak("Private Key", "", key));
  }

  @Test
  void little_of_a_value_is_shown() {
    Leak leak = new Leak("Github authentication", "TOKEN", TOKEN);

    assertThat(leak.masked()).isEqualTo("ghp_...");
    assertThat(leak.toString()).doesNotContain("ghp_");
  }

  @ParameterizedTest
  @CsvSource({
    "DB_PASSWORD, bar, true",
    "API_KEY, baz, true",
    "DB_PASSWORD, ${DB_PASSWORD}, false",
    "DB_PASSWORD, $$ecret, true",
    "DB_PASSWORD_FILE, /run/secrets/db, false",
    "GREETING, hello, false"
  })
  void a_variable_gives_a_secret_away_by_its_name_and_a_literal(
      String name, String value, boolean given) {
    assertThat(SecretNames.isGivenAway(name, value)).isEqualTo(given);
  }

  private static Mapping document(String form, String value) {
    var source = new SourceText("compose.yaml", form.formatted(value));
    return (Mapping) YamlReader.read(source).value().orElseThrow().getFirst();
  }
}
