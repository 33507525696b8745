package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** As a plugin of a real docker client, under both names. */
class PluginIT {
  private static final String STACK =
      """
      services:
        web: {image: busybox, init: true, command: sleep 1000}
      """;

  private final Scenario scenario = Scenario.of(STACK);

  @BeforeEach
  void install() throws IOException {
    Path plugins = Files.createDirectories(scenario.folder().resolve("client/cli-plugins"));
    for (String name : new String[] {"docker-fermata", "docker-compose"}) {
      Scenario.writeLauncher(plugins.resolve(name));
    }
    scenario.with("DOCKER_CONFIG", scenario.folder().resolve("client").toString());
  }

  @AfterEach
  void remove() {
    scenario.close();
  }

  @Test
  void the_client_lists_both_names_and_calls_them() {
    CommandRun overview = scenario.dockerClient("--help").mustSucceed();

    assertThat(overview.out()).contains("fermata*", "compose*").doesNotContain("invalid metadata");
    assertThat(scenario.dockerClient("fermata", "version", "--short").mustSucceed().out())
        .isNotBlank();
    for (String[] call :
        new String[][] {{"fermata", "--help"}, {"help", "fermata"}, {"--help", "fermata"}}) {
      assertThat(scenario.dockerClient(call).mustSucceed().out())
          .contains("docker fermata", "Commands:");
    }
    assertThat(scenario.dockerClient("help", "compose", "up").mustSucceed().out())
        .contains("docker compose up", "--detach");
  }

  @Test
  void it_takes_the_place_of_docker_compose_and_gives_it_back() throws IOException {
    Path config = scenario.folder().resolve("other");
    Path client = Files.createDirectories(config.resolve("cli-plugins"));
    Path program = scenario.folder().resolve("fermata");
    Scenario.writeLauncher(program);
    Path theirs = client.resolve("docker-compose");
    Files.writeString(theirs, "theirs");
    scenario.with("DOCKER_CONFIG", config.toString());
    // Where it is no file of its own that the tests call.
    scenario.with("JDK_JAVA_OPTIONS", "-Ddev.fermata.program=" + program);

    assertThat(scenario.fermata("plugin", "install", "--as", "compose").exitCode()).isEqualTo(1);
    scenario.fermata("plugin", "install", "--as", "compose", "--force").mustSucceed();
    assertThat(scenario.dockerClient("compose", "version").mustSucceed().out()).contains("Fermata");
    assertThat(scenario.dockerClient("__completeNoDesc", "compose", "up", "w").out())
        .isEqualTo("web\n:4\n");
    scenario.fermata("plugin", "uninstall", "--as", "compose").mustSucceed();

    assertThat(theirs).hasContent("theirs");
  }

  @Test
  void a_project_goes_up_and_down_through_the_client() {
    String project = scenario.project();

    scenario.dockerClient("compose", "-p", project, "up", "-d").mustSucceed();
    assertThat(scenario.dockerClient("-D", "-l", "info", "compose", "-p", project, "ps", "-q"))
        .satisfies(run -> assertThat(run.mustSucceed().out()).hasLineCount(1));
    scenario.dockerClient("fermata", "-p", project, "down").mustSucceed();

    assertThat(scenario.containers()).isEmpty();
  }

  @Test
  void what_cannot_be_done_is_refused_and_not_swallowed() {
    CommandRun tls = scenario.dockerClient("--tls", "fermata", "ps");
    CommandRun host = scenario.dockerClient("-H", "unix:///nowhere.sock", "fermata", "ps");
    CommandRun context = scenario.dockerClient("-c", "far", "fermata", "ps");
    CommandRun variable = scenario.with("DOCKER_TLS_VERIFY", "1").fermata("ps");

    assertThat(tls.exitCode()).isEqualTo(1);
    assertThat(tls.err()).contains("`--tls` asks for TLS");
    assertThat(host.err()).contains("/nowhere.sock");
    assertThat(context.err()).contains("`far`");
    assertThat(variable.err()).contains("`DOCKER_TLS_VERIFY` asks for TLS");
    assertThat(variable.exitCode()).isEqualTo(1);
  }
}
