package dev.fermata.runner.docker.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.docker.image.RegistryLogin.IdentityToken;
import dev.fermata.runner.docker.image.RegistryLogin.Password;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RegistryLoginsTest {
  private final List<String> warnings = new ArrayList<>();
  @TempDir private Path folder;

  private static RegistryLogins logins(String auths) throws IOException {
    Json settings = Json.parse("{\"auths\":{" + auths + "}}");
    return new RegistryLogins(new ClientConfig(Path.of("/nowhere"), settings));
  }

  /** An entry of the docker client's settings. */
  private static String entry(String registry, String pair) {
    byte[] bytes = pair.getBytes(StandardCharsets.UTF_8);
    return "\"%s\":{\"auth\":\"%s\"}"
        .formatted(registry, Base64.getEncoder().encodeToString(bytes));
  }

  private static Json decoded(String header) throws IOException {
    return Json.parse(Base64.getUrlDecoder().decode(header));
  }

  @Test
  void a_registry_is_found_by_its_host_with_or_without_the_scheme() throws IOException {
    assertThat(logins(entry("a.org:5000", "me:x")).login("a.org:5000"))
        .contains(new Password("me", "x"));
    assertThat(logins(entry("https://a.org", "me:x")).login("a.org"))
        .contains(new Password("me", "x"));
    assertThat(logins(entry("a.org", "me:x")).login("b.org")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.org:5000", "http://a.org:5000/v1/", "https://a.org:5000/v2/", "a.org:5000/v1/"})
  void a_registry_is_found_by_the_address_that_an_older_client_wrote(String key)
      throws IOException {
    assertThat(logins(entry(key, "me:x")).login("a.org:5000")).contains(new Password("me", "x"));
    assertThat(logins(entry(key, "me:x")).login("a.org")).isEmpty();
  }

  @Test
  void a_registry_has_its_own_entry_before_an_older_one() throws IOException {
    assertThat(
            logins(entry("a.org", "me:x") + "," + entry("https://a.org/v1/", "you:y"))
                .login("a.org"))
        .contains(new Password("me", "x"));
  }

  @Test
  void user_and_password_may_stand_in_plain() throws IOException {
    assertThat(logins("\"a.org\":{\"username\":\"me\",\"password\":\"x\"}").login("a.org"))
        .contains(new Password("me", "x"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "{\"credsStore\":5}; `credsStore` in the docker client's `FILE` is not a text",
        "{\"credHelpers\":{\"a.org\":[]}}; `credHelpers` of `a.org` in the docker client's `FILE`"
            + " is not a text",
        "{\"auths\":[]}; `auths` in the docker client's `FILE` is not a mapping",
        "[]; cannot read the docker client's `FILE`: its JSON is no object",
        "{\"a\": nil}; cannot read the docker client's `FILE`: it is not JSON, in line 1, column 7",
      })
  void what_is_wrong_with_the_file_is_told_where_a_login_is_wanted(String text, String message)
      throws IOException {
    Path file = Files.writeString(folder.resolve("config.json"), text);
    var logins = new RegistryLogins(ClientConfig.of(Map.of("DOCKER_CONFIG", folder.toString())));

    assertThatThrownBy(() -> logins.login("a.org"))
        .isInstanceOf(EngineException.class)
        .hasMessage(message.replace("FILE", file.toString()));
  }

  @Test
  void docker_hub_has_a_name_of_its_own() throws IOException {
    assertThat(logins(entry("https://index.docker.io/v1/", "me:x")).login("docker.io"))
        .contains(new Password("me", "x"));
  }

  @Test
  void a_password_may_have_colons_and_zeros_behind_it() throws IOException {
    assertThat(logins(entry("a.org", "me:x:y\0\0")).login("a.org"))
        .contains(new Password("me", "x:y"));
  }

  @Test
  void an_identity_token_is_taken_before_a_password() throws IOException {
    var logins = logins("\"a.org\":{\"auth\":\"MDAwOg==\",\"identitytoken\":\"t\"}");

    assertThat(logins.login("a.org")).contains(new IdentityToken("t"));
    assertThat(decoded(logins.header("a.org", warnings::add).orElseThrow()).textMembers())
        .containsOnlyKeys("identitytoken", "serveraddress")
        .containsEntry("identitytoken", "t");
  }

  @Test
  void the_engine_gets_the_login_to_one_registry_or_all_of_them() throws IOException {
    var logins = logins(entry("a.org", "me:x") + "," + entry("b.org", "you:y"));

    assertThat(decoded(logins.header("a.org", warnings::add).orElseThrow()).textMembers())
        .containsEntry("username", "me")
        .containsEntry("password", "x")
        .containsEntry("serveraddress", "a.org");
    assertThat(
            decoded(logins.allAsHeader(warnings::add).orElseThrow()).at("b.org").text("username"))
        .isEqualTo("you");
  }

  private RegistryLogins logins(String variable, String config) throws IOException {
    Files.writeString(folder.resolve("config.json"), config);
    return new RegistryLogins(
        ClientConfig.of(
            Map.of("DOCKER_CONFIG", folder.toString(), "DOCKER_AUTH_CONFIG", variable)));
  }

  @Test
  void what_the_environment_says_comes_before_what_is_kept() throws IOException {
    String kept = entry("a.org", "kept:x") + "," + entry("b.org", "kept:y");
    var logins =
        logins(
            "{\"auths\":{" + entry("a.org", "given:z") + "}}",
            "{\"credHelpers\":{\"a.org\":\"nobody-has\"},\"auths\":{" + kept + "}}");

    assertThat(logins.login("a.org")).contains(new Password("given", "z"));
    assertThat(logins.login("b.org")).contains(new Password("kept", "y"));
    assertThat(decoded(logins.allAsHeader(warnings::add).orElseThrow()).members())
        .containsOnlyKeys("a.org", "b.org");
  }

  @ParameterizedTest
  @ValueSource(strings = {"secret", "[]", "{\"auths\":{\"a.org\":{\"auth\":\"c2VjcmV0\"}}}"})
  void a_variable_without_logins_is_left_out_and_not_quoted(String variable) throws IOException {
    var logins = logins(variable, "{\"auths\":{" + entry("a.org", "kept:x") + "}}");

    assertThat(decoded(logins.header("a.org", warnings::add).orElseThrow()).text("username"))
        .isEqualTo("kept");
    assertThat(warnings).singleElement().asString().startsWith("`DOCKER_AUTH_CONFIG` is left out");
    assertThat(warnings.getFirst()).doesNotContain("secret", "c2VjcmV0");
  }

  @Test
  void as_text_a_login_gives_nothing_away() {
    assertThat(new Password("me", "secret")).hasToString("the password of me");
    assertThat(new IdentityToken("secret")).hasToString("an identity token");
  }

  @Test
  void a_login_that_cannot_be_read_is_told_where_it_is_wanted_and_left_out_of_a_build()
      throws IOException {
    for (String auth : List.of("%%%", "dQ==")) {
      var logins = logins("\"a.org\":{\"auth\":\"" + auth + "\"}," + entry("b.org", "me:x"));

      assertThatThrownBy(() -> logins.login("a.org"))
          .isInstanceOf(EngineException.class)
          .hasMessageContaining("`a.org`")
          .hasMessageContaining("`/nowhere/config.json`");
      assertThat(decoded(logins.allAsHeader(warnings::add).orElseThrow()).members())
          .containsOnlyKeys("b.org");
    }
  }
}
