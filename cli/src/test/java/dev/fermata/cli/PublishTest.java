package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.sources.registry.PlayedRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What `publish` asks, refuses and writes. */
final class PublishTest {
  private static final String TOKEN = "ghp_1234567890abcdefghijklmnopqrstuvwxyz";

  private final FakeEngine engine = new FakeEngine();
  @TempDir private Path folder;
  private PlayedRegistry registry;
  private InProcess program;

  @BeforeEach
  void start() throws IOException {
    registry = new PlayedRegistry();
    program =
        new InProcess(folder, engine)
            .environment("HOME", folder.toString())
            .environment("XDG_CACHE_HOME", folder.resolve("cache").toString());
  }

  @AfterEach
  void stop() {
    registry.close();
  }

  private InProcess.Result publish(String compose, String... flags) {
    var args = new ArrayList<>(List.of("publish", registry.host() + "/team/shop:2"));
    args.addAll(List.of(flags));
    return program.file("compose.yaml", compose).run(args.toArray(new String[0]));
  }

  @Test
  void what_was_published_can_be_loaded_by_the_reference_that_was_told() {
    program.file("web.env", "FLAVOR=published\n");
    InProcess.Result published =
        publish(
            "name: shop\nservices: {web: {image: \"busybox:${TAG:-1}\", env_file: web.env}}",
            "--with-env");

    assertThat(published.code()).isZero();
    String reference = published.err().replaceFirst("(?s).* published as (\\S+)\n$", "$1");
    assertThat(reference).startsWith("oci://" + registry.host() + "/team/shop:2@sha256:");
    assertThat(program.run("--allow-remote", "-f", reference, "config").out())
        .contains("name: shop", "image: busybox:1", "FLAVOR: published");
  }

  @Test
  void files_that_do_not_go_along_are_told() {
    program.file("key.txt", "x").file("web.labels", "a=b\n");

    InProcess.Result published =
        publish(
            """
            services: {web: {image: busybox, secrets: [key], label_file: web.labels}}
            secrets: {key: {file: ./key.txt}}
            """);

    assertThat(published.code()).isZero();
    assertThat(published.err())
        .contains(
            "warning: the file `./key.txt` of `secrets.key` does not go along",
            "warning: the label file `web.labels` of `web` does not go along");
  }

  @Test
  void images_are_pinned_for_the_asking() {
    String digest = registry.image("library/db");
    engine.withRegistryDigest(registry.host() + "/library/db:1", digest);
    assertThat(
            publish(
                    "name: shop\nservices: {db: {image: \"%s/library/db:1\"}}"
                        .formatted(registry.host()),
                    "--app")
                .err())
        .contains("images published as " + registry.host() + "/team/shop@sha256:");
    assertThat(registry.content("/v2/team/shop/manifests/" + digest)).isPresent();
  }

  @Test
  void a_dry_run_says_the_same_and_writes_nothing() {
    InProcess.Result result = publish("services: {web: {image: busybox}}", "--dry-run");

    assertThat(result.err()).contains("/team/shop:2 publishing\n", "/team/shop:2 published\n");
    assertThat(registry.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n\n", "no\n", "\n", "nonsense\n"})
  void whoever_does_not_say_yes_has_published_nothing(String answer) {
    program.piping(answer);

    InProcess.Result result =
        publish("services: {web: {image: busybox, volumes: [\"./data:/data:ro\"]}}");

    assertThat(result.code()).isEqualTo(130);
    assertThat(result.err())
        .contains("you are about to publish bind mounts declaration within your OCI artifact.")
        .contains("\"web\": " + folder + "/data:/data:ro\n")
        .endsWith("not confirmed, nothing was published\n");
    assertThat(registry.requests()).isEmpty();
  }

  @Test
  void each_question_has_a_line_of_its_own_for_an_answer() {
    program.piping("y\nyes\n");

    InProcess.Result result =
        publish(
            """
            services: {web: {image: busybox, volumes: [".:/data"], configs: [greeting]}}
            configs: {greeting: {content: hello}}
            """);

    assertThat(result.code()).isZero();
    assertThat(result.err())
        .contains("Are you ok to publish these bind mount declarations? [y/N]")
        .contains("config \"greeting\"", "Are you ok to publish these config contents? [y/N]");
  }

  @Test
  void where_nobody_answers_nothing_is_published() {
    InProcess.Result result = publish("services: {web: {image: busybox, volumes: [\".:/data\"]}}");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains("error: this needs a confirmation, and nobody can be asked")
        .contains("hint: `--yes` answers it with yes");
  }

  @Test
  void passwords_are_asked_about_by_their_names_and_variables_are_not() {
    program.file("web.env", "A=1\n").piping("n\n");

    assertThat(
            publish(
                    """
                    services:
                      db: {image: busybox, environment: [DB_PASSWORD=bar, "TOKEN=${TOKEN:-}"]}
                      web: {image: busybox, env_file: web.env}
                    """)
                .err())
        .contains("  \"db\": literal value for \"DB_PASSWORD\"\n")
        .contains("  \"web\": env_file declared\n")
        .contains("Use --with-env to silence this prompt");
  }

  @Test
  void secrets_are_found_wherever_the_project_has_them_and_are_not_shown() {
    program
        .file("web.env", "GITHUB_TOKEN=" + TOKEN + "\n")
        .file("key.pem", "-----BEGIN PRIVATE KEY-----\nabcdef\n-----END PRIVATE KEY-----\n")
        .piping("n\n");

    assertThat(
            publish(
                    """
                    services:
                      web: {image: busybox, env_file: web.env, secrets: [key]}
                    secrets: {key: {file: key.pem}}
                    """,
                    "--with-env")
                .err())
        .contains("Github authentication ghp_... in web.env, `GITHUB_TOKEN`\n")
        .contains("Private Key ----... in key.pem\n")
        .doesNotContain(TOKEN, "abcdef");
  }

  @Test
  void includes_of_this_machine_are_refused_by_their_places() {
    program.file("other.yaml", "services: {db: {image: busybox}}");

    InProcess.Result result = publish("include: [other.yaml]\nservices: {}", "-y");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .startsWith("error: cannot publish compose file with local includes: at compose.yaml:1:11");
  }

  @Test
  void what_is_built_needs_a_name_to_be_pulled_by() {
    assertThat(publish("services: {a: {build: .}, b: {build: ., image: acme/b}}", "-y").err())
        .startsWith("error: your Compose stack cannot be published as it only contains a build")
        .contains("service(s): \"a\"\n");
  }

  @Test
  void a_place_that_is_none_is_told_before_anything_is_read() {
    assertThat(program.run("publish", "Acme/Shop").err())
        .startsWith("error: `Acme/Shop` is no place in a registry");
    assertThat(program.run("publish", "--oci-version", "2", "acme/shop").err())
        .startsWith("error: `--oci-version` is 1.0 or 1.1, not `2`");
  }

  @Test
  void what_was_built_here_is_pushed_before() {
    engine.withImages("acme/built");

    assertThat(publish("services: {a: {build: ., image: acme/built}}").code()).isZero();

    assertThat(engine.calls()).contains("push acme/built");
    assertThat(publish("services: {a: {build: ., image: acme/absent}}").code()).isZero();
  }

  /** What a name means to the engine, by its mirrors and its trust, may be another thing here. */
  @Test
  void images_are_pinned_to_what_the_engine_would_pull() {
    InProcess.Result result =
        publish("services: {a: {image: acme/absent}}", "--resolve-image-digests");

    assertThat(engine.calls()).contains("ask for acme/absent");
    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("failed to resolve digest for acme/absent");
    assertThat(registry.requests()).isEmpty();
  }
}
