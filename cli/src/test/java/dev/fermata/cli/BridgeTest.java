package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.testing.FakeEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code bridge} refuses before an image transforms anything. */
final class BridgeTest {
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void start() {
    program =
        new InProcess(folder, new FakeEngine().withImages("busybox"))
            .environment("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .file("compose.yaml", "name: shop\nservices: {web: {image: busybox}}");
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "..", "/"})
  void nobody_means_to_empty_the_folder_of_his_project(String output) {
    InProcess.Result result = program.run("bridge", "convert", "-y", "-o", output);

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("holds your work", "and would be emptied");
    assertThat(folder.resolve("compose.yaml")).exists();
  }

  @Test
  void a_full_folder_is_asked_about_by_its_name() throws IOException {
    Files.writeString(Files.createDirectory(folder.resolve("k8s")).resolve("a.yaml"), "mine");

    InProcess.Result result = program.piping("n\n").run("bridge", "convert", "-o", "k8s");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err())
        .contains(
            "Output directory 'k8s' is not empty, all its content will be permanently deleted."
                + " Continue? [y/N]")
        .contains("error: deletion of output directory 'k8s' was not confirmed");
  }

  @Test
  void there_is_no_dry_run() {
    assertThat(program.run("--dry-run", "bridge", "convert").err())
        .startsWith("error: --dry-run is not supported by \"fermata bridge convert\"");
  }

  @Test
  void templates_that_are_not_there_are_told() {
    assertThat(program.run("bridge", "convert", "--templates", "nowhere").err())
        .startsWith("error: there is no folder `nowhere` with templates");
  }

  @Test
  void a_secret_that_cannot_be_read_is_told_by_its_path() {
    program.file(
        "compose.yaml",
        "services: {web: {image: busybox, secrets: [key]}}\nsecrets: {key: {file: key.txt}}");

    InProcess.Result result = program.run("bridge", "convert");

    assertThat(result.err()).contains("`" + folder + "/key.txt` cannot be read: it is not there");
    assertThat(folder).isDirectoryNotContaining("glob:**.out-*");
  }

  @Test
  void an_image_without_templates_is_nothing_to_start_from() {
    InProcess.Result result =
        program.run("bridge", "transformations", "create", "-f", "busybox", "mine");

    assertThat(result.err()).startsWith("error: `busybox` has no `/templates` to start from");
    assertThat(folder.resolve("mine")).doesNotExist();
  }

  @Test
  void no_images_are_an_empty_table() {
    assertThat(program.run("bridge", "transformations", "list").out())
        .isEqualTo("IMAGE ID            REPO                TAGS                SIZE\n");
    assertThat(program.run("bridge", "transformations", "ls", "--format", "json").out())
        .isEqualTo("[]\n");
  }
}
