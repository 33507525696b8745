package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginCommandsTest {
  @TempDir private Path folder;
  private InProcess program;
  private Path plugins;
  private Path file;

  @BeforeEach
  void write() {
    file = folder.resolve("fermata");
    plugins = folder.resolve("client/cli-plugins");
    program =
        Shop.in(folder, Shop.engine())
            .environment("DOCKER_CONFIG", folder.resolve("client").toString())
            .installedAt(file);
  }

  @Test
  void it_is_installed_by_a_link_and_taken_away_again() throws IOException {
    Path link = plugins.resolve("docker-fermata");

    assertThat(program.run("plugin", "install").code()).isZero();
    assertThat(program.run("plugin", "install").code()).isZero();
    assertThat(Files.readSymbolicLink(link)).isEqualTo(file);

    assertThat(program.run("plugin", "uninstall").out()).isEqualTo("took away " + link + "\n");
    assertThat(plugins).isEmptyDirectory();
    assertThat(program.run("plugin", "uninstall").out()).isEqualTo("there is no " + link + "\n");
  }

  @Test
  void anothers_file_is_replaced_by_force_alone_and_comes_back() throws IOException {
    Path theirs = plugins.resolve("docker-compose");
    Files.createDirectories(plugins);
    Files.writeString(theirs, "theirs");

    var refused = program.run("plugin", "install", "--as", "compose");
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err()).contains("it is not Fermata's", "`plugin uninstall --as compose`");
    assertThat(theirs).hasContent("theirs");

    program.run("plugin", "install", "--as", "compose", "--force");
    assertThat(theirs).isSymbolicLink();
    program.run("plugin", "uninstall", "--as", "compose");

    assertThat(theirs).isRegularFile().hasContent("theirs");
    assertThat(plugins).isDirectoryNotContaining("glob:**before*");
  }

  @Test
  void what_another_one_put_there_is_not_taken_away() throws IOException {
    Path theirs = plugins.resolve("docker-fermata");
    Files.createDirectories(plugins);
    Files.writeString(theirs, "theirs");

    assertThat(program.run("plugin", "uninstall").code()).isEqualTo(1);
    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void a_dry_run_changes_nothing() {
    assertThat(program.run("--dry-run", "plugin", "install").out()).startsWith("would link ");
    assertThat(plugins).doesNotExist();
  }

  @Test
  void a_program_that_is_no_file_cannot_be_installed() {
    var result = Shop.in(folder, Shop.engine()).run("plugin", "install");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("this is no program of its own");
  }

  @Test
  void a_folder_that_cannot_be_written_is_told() throws IOException {
    Files.writeString(folder.resolve("client"), "a file");

    assertThat(program.run("plugin", "install").err())
        .startsWith("error: cannot install `" + plugins.resolve("docker-fermata") + "`: ");
  }
}
