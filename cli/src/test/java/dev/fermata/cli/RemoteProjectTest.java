package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.sources.git.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RemoteProjectTest {
  private static final String PROJECT =
      """
      services:
        web:
          image: busybox:${TAG}
          env_file: web.env
          volumes: ["./data:/data"]
      """;

  private final FakeEngine engine = new FakeEngine().withImages("busybox:7");
  @TempDir private Path folder;
  private Repository repository;
  private InProcess program;

  @BeforeEach
  void start() throws IOException {
    repository = Repository.in(Files.createDirectory(folder.resolve("origin")));
    repository.file("compose.yaml", PROJECT).file("web.env", "A=1\n").file(".env", "TAG=wrong\n");
    program =
        new InProcess(Files.createDirectory(folder.resolve("here")), engine)
            .environment("PATH", System.getenv("PATH"))
            .environment("HOME", folder.toString())
            .environment("XDG_CACHE_HOME", folder.resolve("cache").toString())
            .file(".env", "TAG=7\n");
  }

  private String pinned(String place) {
    return repository.url() + "#" + repository.commit() + place;
  }

  @Test
  void
      a_remote_project_has_its_own_files_and_the_name_and_variables_of_the_folder_it_is_called_in() {
    Result result = program.run("--allow-remote", "-f", pinned(""), "config");

    assertThat(result.err()).isEmpty();
    assertThat(result.out())
        .startsWith("name: here\n")
        .contains("image: busybox:7\n", "A: \"1\"\n")
        .containsPattern("source: \\S+/cache/fermata/remote/git/[0-9a-f]{40}/data\n");
  }

  @Test
  void nothing_is_fetched_unasked() {
    program.file(".env", "FERMATA_ALLOW_REMOTE=1\n");

    Result result = program.run("-f", pinned(""), "config");

    assertThat(result.code()).isEqualTo(1);
    assertThat(result.err()).contains("[remote-not-allowed]", "--allow-remote");
    assertThat(folder.resolve("cache")).doesNotExist();
  }

  @Test
  void in_docker_composes_place_the_name_of_a_project_is_consent() {
    repository.commit();
    program.calledAs("docker-compose");

    Result result = program.run("-f", repository.url() + "#main", "config");

    assertThat(result.err()).isEmpty();
    assertThat(result.out()).contains("image: busybox:7\n", "A: \"1\"\n");
  }

  @Test
  void in_docker_composes_place_a_file_names_no_project_by_itself() {
    program
        .calledAs("docker-compose")
        .file(".env", "COMPOSE_PATH_SEPARATOR=;\nCOMPOSE_FILE=" + pinned("") + "\n");
    Result fromEnvFile = program.run("config");
    program.file("compose.yaml", "include: ['https://git.example/shop.git']\n").file(".env", "");
    Result included = program.run("config");

    assertThat(fromEnvFile.err()).contains("[remote-not-allowed]");
    assertThat(included.err()).contains("[remote-not-allowed]");
  }

  @Test
  void the_hint_for_a_branch_can_be_taken_as_it_is() {
    String commit = repository.commit();
    program.environment("FERMATA_ALLOW_REMOTE", "1");

    Result result = program.run("-f", repository.url() + "#main", "config", "-q");

    String wanted = repository.url() + "#" + commit;
    assertThat(result.err()).contains("[remote-not-pinned]", "`" + wanted + "`");
    assertThat(program.run("-f", wanted, "config", "-q").code()).isZero();
  }

  @Test
  void up_creates_what_a_remote_project_says_with_a_local_file_laid_over_it() {
    program.file("over.yaml", "services: {web: {environment: {A: here}}}\n");

    Result result = program.run("--allow-remote", "-f", pinned(""), "-f", "over.yaml", "up", "-d");

    assertThat(result.err()).contains("Container here-web-1 Started");
    assertThat(program.run("--allow-remote", "-f", pinned(""), "down").code()).isZero();
    assertThat(engine.leftovers()).isEmpty();
  }

  @Test
  void a_link_in_a_remote_project_leads_nowhere_else() throws IOException {
    Files.writeString(folder.resolve("secret"), "PASSWORD=x\n");
    repository.file("compose.yaml", PROJECT.replace("web.env", "linked.env"));
    repository.link("linked.env", folder.resolve("secret").toString());
    repository.link("up", "..");

    Result direct = program.run("--allow-remote", "-f", pinned(""), "config");
    Result above = program.run("--allow-remote", "-f", pinned(":up"), "config");

    assertThat(direct.err()).contains("[outside-remote]", "linked.env").doesNotContain("PASSWORD");
    assertThat(above.err()).contains("leads out of the project");
  }

  @Test
  void a_file_cannot_have_a_repository_of_this_machine_fetched() {
    program.file("compose.yaml", "include: [\"%s\"]\n".formatted(pinned("")));

    assertThat(program.run("--allow-remote", "config").err())
        .contains("compose.yaml:1:11: error:", "lies on this machine");
  }
}
