package dev.fermata.cli.scenario;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * One project of its own on the real engine. Runs {@code fermata} as a process: the binary that
 * {@code FERMATA_BINARY} names, else this JVM's classes. {@link #close()} takes away whatever is
 * left, volumes too.
 */
public final class Scenario implements AutoCloseable {
  private final Path folder;
  private final String project;
  private final Map<String, String> environment = new HashMap<>();

  private Scenario(Path folder, String project) {
    this.folder = folder;
    this.project = project;
  }

  /** A fresh folder with this Compose file, and a project name that nobody else has. */
  public static Scenario of(String compose) {
    try {
      Path folder = Files.createTempDirectory("fermata-scenario");
      String project = "it-" + UUID.randomUUID().toString().substring(0, 8);
      return new Scenario(folder, project).write("compose.yaml", compose);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Compose file of an example, under a project name of its own. */
  public static Scenario in(Path folder) {
    return new Scenario(folder, "it-" + UUID.randomUUID().toString().substring(0, 8));
  }

  public Scenario write(String file, String text) {
    try {
      Files.writeString(folder.resolve(file), text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Scenario with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  public String project() {
    return project;
  }

  public Path folder() {
    return folder;
  }

  /** Runs {@code fermata -p PROJECT ARGS...} to its end. */
  public CommandRun fermata(String... args) {
    return Commands.run(folder, environment, commandLine(args));
  }

  /** The same by another program with the same command line. */
  public CommandRun call(String program, String... args) {
    var command = new ArrayList<>(List.of(program, "-p", project));
    command.addAll(Arrays.asList(args));
    return Commands.run(folder, environment, command);
  }

  /**
   * Starts {@code fermata -p PROJECT ARGS...} and leaves it running; its output goes to two files.
   * A shell's background jobs ignore Ctrl-C, and so would what they start: not this one.
   */
  public Process start(String... args) {
    var command = new ArrayList<>(List.of("env", "--default-signal=INT"));
    command.addAll(commandLine(args));
    try {
      return Commands.start(
          folder, environment, command, folder.resolve("out"), folder.resolve("err"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The scenario's variables on top of this process's. */
  void apply(Map<String, String> variables) {
    variables.keySet().removeIf(key -> key.startsWith("COMPOSE_"));
    variables.putAll(environment);
  }

  /** Runs lines of a shell, in which {@code $FERMATA} is the program for this project. */
  public CommandRun shell(String... lines) {
    String words =
        commandLine().stream()
            .map(word -> "'" + word.replace("'", "'\\''") + "'")
            .collect(Collectors.joining(" "));
    String program = "fermata() { " + words + " \"$@\"; }\nFERMATA=fermata\n";
    return Commands.run(
        folder, environment, List.of("sh", "-c", program + String.join("\n", lines)));
  }

  /** What a started command has written so far. */
  public String written(String stream) {
    try {
      return Files.readString(folder.resolve(stream));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the docker client in the project's folder and environment. */
  public CommandRun dockerClient(String... args) {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(args));
    return Commands.run(folder, environment, command);
  }

  /** Asks the engine by the docker client. */
  public String docker(String... args) {
    var command = new ArrayList<>(List.of("docker"));
    command.addAll(Arrays.asList(args));
    return Commands.run(folder, Map.of(), command).mustSucceed().out().strip();
  }

  /** Names and states of the project's containers, sorted: {@code p-web-1 running}. */
  public List<String> containers() {
    return lines(docker("ps", "-a", "--filter", label(), "--format", "{{.Names}} {{.State}}"));
  }

  /** The ids of the project's running containers, sorted. */
  List<String> ids() {
    return lines(docker("ps", "-q", "--no-trunc", "--filter", label()));
  }

  /** How much later the first container of a service started than that of another. */
  public Duration startedAfter(String service, String other) {
    return Duration.between(startedAt(other), startedAt(service));
  }

  private Instant startedAt(String service) {
    String name = project + "-" + service + "-1";
    return Instant.parse(docker("inspect", "-f", "{{.State.StartedAt}}", name));
  }

  public List<String> networks() {
    return lines(docker("network", "ls", "--filter", label(), "--format", "{{.Name}}"));
  }

  public List<String> volumes() {
    return lines(docker("volume", "ls", "--filter", label(), "--format", "{{.Name}}"));
  }

  private String label() {
    return "label=com.docker.compose.project=" + project;
  }

  private static List<String> lines(String text) {
    return text.lines().filter(line -> !line.isBlank()).sorted().toList();
  }

  private List<String> commandLine(String... args) {
    var command = new ArrayList<>(launcher());
    command.addAll(List.of("-p", project));
    command.addAll(Arrays.asList(args));
    return command;
  }

  /** A script that starts the program, which may be no single file and does not see the name. */
  static void writeLauncher(Path script) throws IOException {
    String words =
        launcher().stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
    Files.writeString(script, "#!/bin/sh\nexec " + words + " \"$@\"\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** What starts the program, without arguments. */
  static List<String> launcher() {
    String binary = System.getenv("FERMATA_BINARY");
    if (binary != null && !binary.isBlank()) {
      return List.of(binary);
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        System.getProperty("java.class.path"),
        "dev.fermata.cli.Main");
  }

  /**
   * Removes by the docker client, so that a defect of the command under test leaves nothing behind.
   */
  @Override
  public void close() {
    removeAll(List.of("ps", "-aq"), List.of("rm", "-fv"));
    removeAll(List.of("network", "ls", "-q"), List.of("network", "rm"));
    removeAll(List.of("volume", "ls", "-q"), List.of("volume", "rm"));
  }

  private void removeAll(List<String> list, List<String> remove) {
    var listing = new ArrayList<>(list);
    listing.addAll(List.of("--filter", label()));
    List<String> found = lines(docker(listing.toArray(String[]::new)));
    if (found.isEmpty()) {
      return;
    }
    var removal = new ArrayList<>(remove);
    removal.addAll(found);
    docker(removal.toArray(String[]::new));
  }
}
