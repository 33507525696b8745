package dev.fermata.cli.reads;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.scenario.CommandRun;
import dev.fermata.cli.scenario.Scenario;
import dev.fermata.runner.docker.DockerEngine;
import dev.fermata.runner.docker.location.ApiVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
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
  private static final String RECORD = ".txt";
  private static final Optional<String> PEER =
      Optional.ofNullable(System.getProperty("fermata.record"));

  @Test
  void what_is_printed_has_the_fields_and_values_of_docker_compose() throws IOException {
    String printed = printed();

    if (PEER.isPresent()) {
      Files.writeString(recordOf(engine()), printed);
      return;
    }
    assertThat(printed).isEqualTo(Files.readString(recordOf(nearest(engine()))));
  }

  private static Path recordOf(ApiVersion engine) {
    return CASES.resolve(engine + RECORD);
  }

  /** What was recorded on this engine, or else on the newest one before it. */
  private static ApiVersion nearest(ApiVersion engine) throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      TreeSet<ApiVersion> recorded =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.matches("[0-9]+[.][0-9]+" + Pattern.quote(RECORD)))
              .map(name -> ApiVersion.of(name.replace(RECORD, "")))
              .collect(Collectors.toCollection(TreeSet::new));
      return Optional.ofNullable(recorded.floor(engine)).orElseGet(recorded::first);
    }
  }

  /** An engine's version has two numbers here, as an API's does. */
  private static ApiVersion engine() {
    try (var engine = DockerEngine.connect(System.getenv())) {
      List<String> numbers = List.of(engine.system().version().version().split("[.]", -1));
      return ApiVersion.of(numbers.get(0) + "." + numbers.get(1));
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
