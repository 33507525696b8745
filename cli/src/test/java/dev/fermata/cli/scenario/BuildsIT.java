package dev.fermata.cli.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Projects with a Dockerfile become the images that buildx makes of them, file by file: {@code
 * expected} is what dev/compare-builds has recorded of it.
 */
class BuildsIT {
  private static final Path CASES = Path.of("src/test/cases/builds");
  private static final Path CONTENT = Path.of("../dev/image-content").toAbsolutePath().normalize();
  private static final String FAILS = "fails\n";

  private static Process agent;
  private static Path socket;
  private static EngineRelease release;

  @BeforeAll
  static void startAgent() throws IOException {
    socket = Files.createTempDirectory("fermata-agent").resolve("socket");
    agent = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
    try (var scenario = Scenario.of("services: {}\n")) {
      release = EngineRelease.of(scenario);
    }
  }

  @AfterAll
  static void endAgent() {
    agent.destroy();
  }

  static Stream<String> projects() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.map(folder -> folder.getFileName().toString()).sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("projects")
  void a_project_becomes_the_images_that_buildx_makes_of_it(String name) throws IOException {
    Path project = CASES.resolve(name).toAbsolutePath();
    Path needs = project.resolve("needs");
    int needed = Files.exists(needs) ? Integer.parseInt(Files.readString(needs).strip()) : 0;
    try (var scenario = Scenario.of("services: {}\n")) {
      scenario.with("SSH_AUTH_SOCK", socket.toString());
      scenario
          .shell(
              "cp -R '" + project + "/.' .",
              "rm -f expected expected-20",
              "if [ -f prepare ]; then sh -eu prepare; fi",
              "find . -depth -exec touch -h -d '2020-02-02 02:02:02 UTC' {} +")
          .mustSucceed();
      CommandRun build =
          scenario.shell(
              "if [ -f environment ]; then set -a; . ./environment; set +a; fi",
              "$FERMATA build --progress plain");
      if (release.isBefore(needed)) {
        assertThat(build.mustFail().err()).contains("engine " + needed + " or newer");
        return;
      }
      String expected = Files.readString(expected(project));
      if (expected.equals(FAILS)) {
        String words = Files.readString(project.resolve("fails")).strip();
        assertThat(build.mustFail().err()).contains(words);
        return;
      }
      build.mustSucceed();
      assertThat(contents(scenario, project)).isEqualTo(expected.strip());
    }
  }

  /** What buildx makes on old engines, where that is another image. */
  private static Path expected(Path project) {
    Path ofOld = project.resolve("expected-20");
    return release.isBefore(23) && Files.exists(ofOld) ? ofOld : project.resolve("expected");
  }

  private static String contents(Scenario scenario, Path project) throws IOException {
    var contents = new ArrayList<String>();
    for (String image : images(project)) {
      contents.add("=== " + image);
      contents.add(
          scenario.shell("'" + CONTENT + "' " + image + " busybox").mustSucceed().out().strip());
      scenario.docker("rmi", "-f", image);
    }
    return String.join("\n", contents);
  }

  private static List<String> images(Path project) throws IOException {
    return Files.readAllLines(project.resolve("compose.yaml")).stream()
        .map(String::strip)
        .filter(line -> line.startsWith("image:"))
        .map(line -> line.substring("image:".length()).strip())
        .toList();
  }
}
