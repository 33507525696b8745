package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is missing is told before the first change, and never read as empty. */
final class MissingInputTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;

  private Result up(String file) {
    return new InProcess(folder, engine).file("compose.yaml", file).run("up", "-d");
  }

  private void assertRefused(Result up, String... parts) {
    assertThat(up.err()).contains(parts);
    assertThat(up.code()).isEqualTo(1);
    assertThat(engine.calls().stream().filter(call -> !call.startsWith("observe "))).isEmpty();
  }

  @Test
  void a_secret_and_a_config_of_variables_that_are_not_set() {
    Result up =
        up(
            """
            services:
              web:
                image: busybox
                secrets: [key]
                configs: [page]
            secrets:
              key: {environment: KEY}
            configs:
              page: {environment: PAGE}
            """);

    assertRefused(
        up,
        "compose.yaml:7:22: error: environment variable \"KEY\" required by secret \"key\" is not set: service `web`",
        "compose.yaml:9:23: error: environment variable \"PAGE\" required by config \"page\" is not set: service `web`");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"environment: ''", "content: ''", "content: $UNSET", "file: ''", "file: $UNSET"})
  void a_config_whose_source_is_empty(String source) {
    Result up =
        up(
            """
            services:
              web: {image: busybox, configs: [page]}
            configs:
              page: {%s}
            """
                .formatted(source));

    assertRefused(
        up,
        "compose.yaml:4:9: error: the source of config `page` is empty: service `web` has no content for it [missing-attribute]",
        "compose.yaml:2:35: used here");
  }

  @Test
  void files_of_secrets_configs_and_profiles_all_at_once() {
    Result up =
        up(
            """
            services:
              web: {image: busybox, secrets: [key], configs: [page]}
              db: {image: busybox, secrets: [key], security_opt: ["seccomp:strict.json"]}
            secrets:
              key: {file: key.txt}
            configs:
              page: {file: page.html}
            """);

    assertRefused(
        up,
        "error: secret `key` has no file: `" + folder.resolve("key.txt") + "` does not exist",
        "and service `web` needs it",
        "and service `db` needs it",
        "error: config `page` has no file: `" + folder.resolve("page.html") + "` does not exist",
        "error: the seccomp profile of service `db` does not exist: `"
            + folder.resolve("strict.json"));
  }

  @Test
  void the_dockerfiles_and_contexts_of_what_is_to_be_built() {
    Result up =
        up(
            """
            services:
              web: {build: .}
              db: {build: {context: ., dockerfile: db/Dockerfile}}
              far: {build: nowhere, depends_on: [web]}
              there: {image: busybox, build: elsewhere}
            """);

    assertRefused(
        up,
        "error: the Dockerfile of service `web` does not exist: `" + folder.resolve("Dockerfile"),
        "error: the Dockerfile of service `db` does not exist: `" + folder.resolve("db/Dockerfile"),
        "error: the build context of service `far` does not exist: `" + folder.resolve("nowhere"));
    assertThat(up.err()).doesNotContain("`there`");
  }

  @Test
  void a_path_that_a_secret_is_part_of_is_masked() {
    Result up =
        new InProcess(folder, engine)
            .environment("DB_PASSWORD", "s3cr3t")
            .file(
                "compose.yaml",
                """
                services:
                  web:
                    image: busybox
                    secrets: [key]
                  db: {build: {context: "./${DB_PASSWORD}"}}
                secrets:
                  key: {file: "./${DB_PASSWORD}/key.txt"}
                """)
            .run("up", "-d");

    assertThat(up.code()).isEqualTo(1);
    assertThat(up.err()).contains("secret `key` has no file").contains("build context of service");
    assertThat(up.err()).doesNotContain("s3cr3t");
  }

  @Test
  void the_dockerfiles_and_contexts_of_a_build_before_the_first_one() {
    Result build =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                """
                services:
                  web: {build: .}
                  far: {build: nowhere}
                  good: {build: {context: ., dockerfile_inline: FROM busybox}}
                """)
            .run("build");

    assertRefused(
        build,
        "error: the Dockerfile of service `web` does not exist: `" + folder.resolve("Dockerfile"),
        "error: the build context of service `far` does not exist: `" + folder.resolve("nowhere"));
  }

  @Test
  void what_no_active_service_uses_may_be_missing() {
    Result up =
        up(
            """
            services:
              web: {image: busybox}
              idle: {image: busybox, profiles: [later], configs: [page], secrets: [key]}
            secrets:
              key: {environment: KEY}
            configs:
              page: {environment: ''}
            """);

    assertThat(up.code()).isZero();
  }

  @Test
  void an_external_secret_and_an_external_config() {
    Result up =
        up(
            """
            services:
              web: {image: busybox, secrets: [key], configs: [page]}
            secrets:
              key: {external: true}
            configs:
              page: {external: true}
            """);

    assertRefused(
        up,
        "compose.yaml:2:35: error: the external secret `key` is not supported",
        "compose.yaml:2:51: error: the external config `page` is not supported");
  }

  @Test
  void an_env_file_and_a_variable_that_it_requires() {
    var program = new InProcess(folder, engine).file("must.env", "A=1\nB=${MUST:?of the vault}\n");
    program.file(
        "compose.yaml",
        """
        services:
          web: {image: busybox, env_file: [must.env, missing.env]}
        """);

    Result up = program.run("up", "-d");

    assertRefused(
        up,
        "must.env:2:3: error: variable `MUST` is required and is not set: of the vault",
        "compose.yaml:2:46: error: env file missing.env not found");
  }
}
