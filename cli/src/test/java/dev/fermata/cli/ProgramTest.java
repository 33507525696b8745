package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Terminal;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ProgramTest {

  @Test
  void the_docker_clients_flags_become_its_variables() {
    Program program = plugin("--host=tcp://x:1", "-D", "--config", "/c", "fermata", "up", "-d");

    assertThat(program.name()).isEqualTo("docker fermata");
    assertThat(program.refusal()).isEmpty();
    assertThat(program.invocation().args()).containsExactly("up", "-d");
    assertThat(program.invocation().environment())
        .containsEntry("DOCKER_HOST", "tcp://x:1")
        .containsEntry("DOCKER_CONFIG", "/c")
        .containsEntry("FERMATA_DEBUG", "1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-H tcp://x:1", "-Htcp://x:1", "-H=tcp://x:1", "-DHtcp://x:1", "-DH tcp://x:1"})
  void short_flags_read_in_all_their_forms(String flags) {
    Program program = plugin((flags + " fermata ps").split(" "));

    assertThat(program.invocation().args()).containsExactly("ps");
    assertThat(program.invocation().environment()).containsEntry("DOCKER_HOST", "tcp://x:1");
  }

  @Test
  void a_flag_wins_over_a_variable_that_names_another_engine() {
    Program program = plugin("--context", "far", "fermata", "ps");

    assertThat(program.invocation().environment())
        .containsEntry("DOCKER_CONTEXT", "far")
        .doesNotContainKey("DOCKER_HOST");
  }

  @Test
  void a_switch_that_is_turned_off_is_off() {
    Program program = plugin("--tls=false", "--debug=f", "fermata", "ps");

    assertThat(program.refusal()).isEmpty();
    assertThat(program.invocation().environment()).doesNotContainKey("FERMATA_DEBUG");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"--tls", "--tlsverify=1", "--tlscacert=/a", "--tlscert /b", "--tlskey /c"})
  void what_asks_for_tls_is_refused_by_name(String flag) {
    assertThat(plugin((flag + " fermata ps").split(" ")).refusal())
        .get(org.assertj.core.api.InstanceOfAssertFactories.type(Ending.Refused.class))
        .extracting(Ending.Refused::message)
        .asString()
        .startsWith("`" + flag.replaceFirst("[= ].*", "") + "` asks for TLS");
  }

  @ParameterizedTest
  @ValueSource(strings = {"--debug=maybe", "--log-level loud", "--host a --context b"})
  void what_the_docker_client_would_refuse_is_refused(String flags) {
    assertThat(plugin((flags + " fermata ps").split(" ")).refusal())
        .get()
        .isInstanceOf(Ending.Misused.class);
  }

  @Test
  void help_asked_of_the_docker_client_is_ours() {
    assertThat(plugin("help", "compose", "up").invocation().args()).containsExactly("help", "up");
    assertThat(plugin("help", "compose").name()).isEqualTo("docker compose");
    assertThat(plugin("--help", "compose").invocation().args()).containsExactly("--help");
  }

  @Test
  void the_place_of_docker_compose_takes_the_flags_of_the_docker_client() {
    Program program = of("docker-compose", Map.of(), "-H", "tcp://x:1", "-f", "a.yaml", "ps");

    assertThat(program.name()).isEqualTo("docker-compose");
    assertThat(program.invocation().args()).containsExactly("-f", "a.yaml", "ps");
    assertThat(program.invocation().environment()).containsEntry("DOCKER_HOST", "tcp://x:1");
  }

  @Test
  void a_project_called_compose_does_not_make_a_plugin() {
    Program program = of("fermata", Map.of(), "-p", "compose", "ps");

    assertThat(program.name()).isEqualTo("fermata");
    assertThat(program.invocation().args()).containsExactly("-p", "compose", "ps");
    assertThat(program.refusal()).isEqualTo(Optional.empty());
  }

  private static Program plugin(String... args) {
    Map<String, String> environment =
        Map.of("DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND", "docker", "DOCKER_HOST", "unix:///here");
    return of("docker-compose", environment, args);
  }

  private static Program of(String executable, Map<String, String> environment, String... args) {
    return Program.of(
        new Invocation(
            List.of(args),
            environment,
            Path.of("/"),
            InputStream.nullInputStream(),
            System.out,
            System.err,
            Terminal.NONE),
        executable);
  }
}
