package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.command.Invocation;
import dev.fermata.cli.command.Terminal;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ProgramTest {

  @Test
  void the_docker_clients_flags_become_its_variables() {
    Program program = of("--context", "far", "--host=tcp://x:1", "-D", "fermata", "up", "-d");

    assertThat(program.name()).isEqualTo("docker fermata");
    assertThat(program.invocation().args()).containsExactly("up", "-d");
    assertThat(program.invocation().environment())
        .containsEntry("DOCKER_CONTEXT", "far")
        .containsEntry("DOCKER_HOST", "tcp://x:1")
        .containsEntry("FERMATA_DEBUG", "1");
  }

  @Test
  void a_project_called_compose_does_not_make_a_plugin() {
    Program program = of("-p", "compose", "ps");

    assertThat(program.name()).isEqualTo("fermata");
    assertThat(program.invocation().args()).containsExactly("-p", "compose", "ps");
  }

  private static Program of(String... args) {
    return Program.of(
        new Invocation(
            List.of(args),
            Map.of(),
            Path.of("/"),
            InputStream.nullInputStream(),
            System.out,
            System.err,
            Terminal.NONE));
  }
}
