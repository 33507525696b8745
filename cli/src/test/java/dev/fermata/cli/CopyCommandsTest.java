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
import org.junit.jupiter.params.provider.CsvSource;

/** Files into and out of containers, and containers into images and archives. */
final class CopyCommandsTest {
  @TempDir private Path folder;
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private InProcess program;

  @BeforeEach
  void start() {
    program =
        new InProcess(folder, engine)
            .file(
                "compose.yaml",
                "{name: shop, services: {db: {image: busybox}, web: {image: busybox, scale: 2}}}")
            .file("site.conf", "conf\n");
    program.run("up", "-d");
  }

  private InProcess.Result run(String... args) {
    InProcess.Result result = program.run(args);
    assertThat(result.err()).doesNotContain("error");
    assertThat(result.code()).isZero();
    return result;
  }

  @Test
  void a_file_goes_into_every_container_and_comes_out_of_the_first() {
    assertThat(run("cp", "site.conf", "web:/tmp/").err().lines())
        .containsExactlyInAnyOrder(
            " shop-web-1 Copied site.conf to shop-web-1:/tmp/",
            " shop-web-2 Copied site.conf to shop-web-2:/tmp/");

    run("cp", "web:/tmp/site.conf", "copy");

    assertThat(folder.resolve("copy")).hasContent("conf");
    assertThat(engine.calls()).contains("read shop-web-1 /tmp/site.conf");
  }

  @Test
  void a_folder_comes_with_its_name_and_what_it_holds_without() throws IOException {
    Files.createDirectory(folder.resolve("into"));

    run("cp", "--index", "2", "web:/etc", "into");
    run("cp", "web:/etc/.", "into");

    assertThat(folder.resolve("into/etc/hostname")).exists();
    assertThat(folder.resolve("into/hostname")).exists();
    assertThat(engine.calls()).contains("read shop-web-2 /etc");
  }

  @Test
  void archives_go_through_the_standard_streams() {
    String archive = run("cp", "db:/etc/hostname", "-").out();

    assertThat(archive).startsWith("hostname\0").contains("ustar");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cp web:/tmp db:/tmp|copying between services is not supported: one side is of this machine",
        "cp a b|unknown copy direction: neither side is in a service, as in `web:/etc`",
        "cp web: x|`web:` lacks the path in the container, as in `web:/etc`",
        "cp nope:/tmp .|no such service: nope",
        "-p other cp web:/tmp .|no container found for service \"web\"",
        "cp --index 3 web:/tmp .|service \"web\" is not running container #3",
        "cp web:/none x|there is no `/none` in the container",
        "cp none db:/tmp|cannot read `none`: no such file or folder",
        "cp site.conf db:/none/|no such directory: `/none/`",
        "cp db:/etc site.conf|a folder cannot be copied onto `FOLDER/site.conf`, which is a file",
        "cp db:/etc/hostname no/x|directory \"FOLDER/no\" does not exist, so `no/x` cannot be written",
        "cp - web:/tmp|an archive on the standard input can be read once, and `web` has 2 containers",
        "cp - db:/etc/hostname|an archive is unpacked into a folder, and `/etc/hostname` is none in the container",
        "cp web:/tmp|`fermata cp` lacks its DST",
        "commit web A:b|`A:b` is no name for an image, such as `web:broken`",
        "commit nope|no such service: nope",
        "-p other commit web|service \"web\" is not running",
        "export --index 3 web|service \"web\" is not running container #3",
        "export -o no/x web|cannot write `FOLDER/no/x`: no such file or folder",
      })
  void what_is_wrong_is_told_in_one_line(String call, String message) {
    InProcess.Result result = program.run(call.split(" "));

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err().lines().findFirst())
        .contains("error: " + message.replace("FOLDER", folder.toString()));
    assertThat(result.out()).isEmpty();
  }

  @Test
  void a_dry_run_says_what_it_would_do() {
    assertThat(run("--dry-run", "cp", "site.conf", "db:/tmp/x").out())
        .isEqualTo("would copy site.conf to shop-db-1:/tmp/x\n");
    assertThat(run("--dry-run", "commit", "db", "kept").out())
        .isEqualTo("would make an image of shop-db-1\n");
    assertThat(run("--dry-run", "export", "-o", "x.tar", "db").out())
        .isEqualTo("would export shop-db-1\n");
    assertThat(engine.calls()).noneMatch(call -> call.matches("(write|commit|export) .*"));
    assertThat(folder.resolve("x.tar")).doesNotExist();
  }

  @Test
  void an_image_is_made_of_a_container() {
    assertThat(run("commit", "--index", "2", "-m", "why", "web", "kept:one").err())
        .startsWith(" shop-web-2 Committed as sha256:");
    assertThat(engine.images().inspect("kept:one")).isPresent();
  }

  @Test
  void all_files_are_exported_into_a_file_that_is_there_whole_or_not_at_all() {
    assertThat(run("export", "-o", "db.tar", "db").err())
        .isEqualTo(" shop-db-1 Exported to db.tar\n");

    assertThat(folder.resolve("db.tar")).isRegularFile();
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
  }
}
