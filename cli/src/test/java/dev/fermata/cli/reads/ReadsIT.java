package dev.fermata.cli.reads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fermata.cli.scenario.CommandRun;
import dev.fermata.cli.scenario.Scenario;
import dev.fermata.runner.docker.DockerEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * What our commands print of a stack is what Docker Compose prints of it, field by field. {@code
 * -Dfermata.record=PROGRAM} makes it record what the docker-compose program prints, instead.
 */
class ReadsIT {
  private static final Path CASES = Path.of("src/test/cases/reads");
  private static final Optional<String> PEER =
      Optional.ofNullable(System.getProperty("fermata.record"));

  @Test
  void what_is_printed_has_the_fields_and_values_of_docker_compose() throws IOException {
    Path record = CASES.resolve(engine() + ".txt");
    assumeTrue(
        PEER.isPresent() || Files.exists(record),
        "nothing is recorded of this engine: see dev/record-reads");
    String printed = printed();

    if (PEER.isPresent()) {
      Files.writeString(record, printed);
      return;
    }
    assertThat(printed).isEqualTo(Files.readString(record));
  }

  private static String engine() {
    try (var engine = DockerEngine.connect(System.getenv())) {
      List<String> numbers = List.of(engine.system().version().version().split("[.]", -1));
      return numbers.get(0) + "." + numbers.get(1);
    }
  }

  private static String printed() throws IOException {
    try (Scenario scenario = Scenario.of(Files.readString(CASES.resolve("compose.yaml")))) {
      scenario.fermata("up", "-d").mustSucceed();
      Awaitility.await()
          .until(
              () -> scenario.fermata("ps", "--status", "exited", "-q").out().lines().count() == 1);
      try (Stream<String> commands = Files.lines(CASES.resolve("commands.txt"))) {
        return commands
            .map(command -> "--- " + command + "\n" + output(scenario, command))
            .collect(Collectors.joining());
      }
    }
  }

  private static String output(Scenario scenario, String command) {
    String[] arguments = command.replace("PROJECT", scenario.project()).split(" ", -1);
    CommandRun run =
        PEER.map(program -> scenario.call(program, arguments))
            .orElseGet(() -> scenario.fermata(arguments).mustSucceed());
    return Output.comparable(run.out(), scenario.project(), scenario.folder().toString());
  }
}
