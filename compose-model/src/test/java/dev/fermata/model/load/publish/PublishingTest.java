package dev.fermata.model.load.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.load.publish.Publication.ComposeFile;
import dev.fermata.model.load.publish.Publication.EnvFile;
import dev.fermata.model.load.publish.Publication.Role;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PublishingTest {
  /** The names that Docker Compose gives to files at these places. */
  private static final String APP =
      "6031b6c851a32cc4467a034879b1897fd0a14fc549e5b0864e515bc2c938d99f.env";

  private static final String OPTIONAL =
      "d8833daef6660d2f4f8b4c803c129c8e8da1faa79a0d35a7f8b2bd91e13e4ef0.env";
  private static final String BASE =
      "9a171a37006b01de816cc233ecd66d5082cd2a079fc40e0797801e54ded804b8.yaml";
  private static final String OWN =
      "518e43c87f122d5c1dd741ff09fdbd438b13352b6e726534c6d02e03a51aeeab.env";
  private static final String ROOT =
      "c60175b810900de70d63102f686ed5d65e81bc5a08bffbb50d2764701a99fb24.yaml";

  @Test
  void env_files_have_names_that_tell_no_path_and_the_rest_of_the_text_stays() {
    var published =
        published(
            Map.of(
                "/p/compose.yaml",
                """
                # the shop
                services:
                  web:
                    image: nginx # pinned later
                    env_file: [ "./${WHICH}.env", {path: opt.env, required: false} ]
                """,
                "/p/app.env",
                "A=1\n"),
            Map.of("WHICH", "app"));

    assertThat(text(published, "compose.yaml"))
        .isEqualTo(
            """
            # the shop
            services:
              web:
                image: nginx # pinned later
                env_file: [ %s, {path: %s, required: false} ]
            """
                .formatted(APP, OPTIONAL));
    assertThat(published.envFiles()).containsExactly(new EnvFile("/p/app.env", APP, "A=1\n"));
  }

  @Test
  void files_that_are_extended_go_along_with_theirs() {
    var published =
        published(
            Map.of(
                "/p/compose.yaml",
                "services: {web: {extends: {file: base/base.yaml, service: web}}}\n",
                "/p/base/base.yaml",
                "services: {web: {extends: {file: root.yaml, service: all}, env_file: own.env}}\n",
                "/p/base/root.yaml",
                "services: {all: {image: nginx}}\n",
                "/p/base/own.env",
                "B=2\n"),
            Map.of());

    assertThat(published.composeFiles())
        .extracting(ComposeFile::role)
        .containsExactly(Role.MERGED, Role.EXTENDED, Role.EXTENDED);
    assertThat(text(published, "compose.yaml"))
        .isEqualTo("services: {web: {extends: {file: %s, service: web}}}\n".formatted(BASE));
    assertThat(text(published, BASE))
        .isEqualTo(
            "services: {web: {extends: {file: %s, service: all}, env_file: %s}}\n"
                .formatted(ROOT, OWN));
    assertThat(text(published, ROOT)).isEqualTo("services: {all: {image: nginx}}\n");
    assertThat(published.envFiles()).extracting(EnvFile::name).containsExactly(OWN);
  }

  @Test
  void what_an_anchor_is_for_is_named_anew_once() {
    var published =
        published(
            Map.of(
                "/p/compose.yaml",
                """
                x-base: &base
                  env_file: app.env
                services:
                  a: {<<: *base, image: nginx}
                  b: {<<: *base, image: nginx}
                """,
                "/p/app.env",
                ""),
            Map.of());

    assertThat(text(published, "compose.yaml")).contains("  env_file: " + APP + "\nservices:");
    assertThat(published.envFiles()).hasSize(1);
  }

  @Test
  void hooks_and_jobs_have_env_files_as_well() {
    var published =
        published(
            Map.of(
                "/p/compose.yaml",
                """
                services:
                  web: {image: nginx, pre_start: [{image: nginx, env_file: app.env}]}
                jobs:
                  once: {image: nginx, env_file: base/own.env}
                """,
                "/p/app.env",
                "A=1\n",
                "/p/base/own.env",
                "B=2\n"),
            Map.of());

    assertThat(published.envFiles()).extracting(EnvFile::name).containsExactly(APP, OWN);
    assertThat(text(published, "compose.yaml")).doesNotContain("app.env", "own.env");
  }

  @Test
  void includes_of_files_on_this_machine_are_told_by_their_places() {
    var published =
        published(
            Map.of(
                "/p/compose.yaml",
                """
                include:
                  - common.yaml
                  - path: [ oci://registry.example.com/acme/cache:1, other.yaml ]
                services: {}
                """),
            Map.of());

    assertThat(published.localIncludes())
        .extracting(Object::toString)
        .containsExactly("compose.yaml:2:5", "compose.yaml:3:54");
  }

  private static String text(Publication published, String name) {
    return published.composeFiles().stream()
        .filter(file -> file.name().equals(name))
        .map(ComposeFile::text)
        .findFirst()
        .orElseThrow();
  }

  private static Publication published(Map<String, String> files, Map<String, String> environment) {
    Sources sources =
        path ->
            files.containsKey(path)
                ? new Sources.Content.Found(files.get(path).getBytes(StandardCharsets.UTF_8))
                : new Sources.Content.Absent();
    var result = new Loader(sources).publication(LoadRequest.of("/p", environment));
    assertThat(result.diagnostics()).isEmpty();
    return result.value().orElseThrow();
  }
}
