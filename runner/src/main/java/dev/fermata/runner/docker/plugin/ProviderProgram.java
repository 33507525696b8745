package dev.fermata.runner.docker.plugin;

import static java.util.stream.Collectors.joining;

import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The protocol of Docker Compose with a program that provides a service: a command line, lines of
 * JSON from the program, and answers on its input. What it says that we do not know fails the call,
 * so it is told beforehand what we know.
 */
final class ProviderProgram {
  private static final String KNOWN = "COMPOSE_PROVIDER_MESSAGES";
  private static final List<String> MESSAGES =
      List.of("error", "info", "setenv", "rawsetenv", "debug", "get-service-config");

  private final Path program;
  private final KeptMetadata kept;
  private final Map<String, String> environment;
  private final ProviderCall call;
  private final Consumer<ImageProgress> told;
  private final TreeMap<String, String> prefixed = new TreeMap<>();
  private final TreeMap<String, String> raw = new TreeMap<>();

  ProviderProgram(
      Path program, DockerPlugins machine, ProviderCall call, Consumer<ImageProgress> told) {
    this.program = program;
    this.kept = new KeptMetadata(machine.config().folder());
    this.environment = new TreeMap<>();
    call.provider()
        .environment()
        .forEach((name, value) -> this.environment.put(name, value.reveal()));
    this.environment.putAll(machine.environment());
    this.environment.put(KNOWN, String.join(",", MESSAGES));
    this.call = call;
    this.told = told;
  }

  Provisions.Variables run() {
    ProviderMetadata metadata = metadata();
    if (!metadata.has(call.command())) {
      return new Provisions.Variables(prefixed, raw);
    }
    metadata
        .missing(call.command(), call.provider())
        .ifPresent(name -> {
          throw failure(
              "required parameter `%s` is missing from provider `%s` definition"
                  .formatted(name, call.provider().type()),
              "",
              "give it under `options` of `provider`");
        });
    try (RunningProgram running = RunningProgram.start(command(metadata), environment)) {
      for (var line = running.next(); line.isPresent(); line = running.next()) {
        if (!line.get().isBlank()) {
          heard(running, line.get());
        }
      }
      int code = running.end();
      if (code != 0) {
        throw failure(
            "provider `%s` of service `%s` ended with exit code %d"
                .formatted(call.provider().type(), call.service(), code),
            running.errors(),
            "");
      }
    }
    return new Provisions.Variables(prefixed, raw);
  }

  private ProviderMetadata metadata() {
    List<String> asked = List.of(program.toString(), "compose", "metadata");
    try (RunningProgram running = RunningProgram.start(asked, environment)) {
      var said = new ArrayList<String>();
      for (var line = running.next(); line.isPresent(); line = running.next()) {
        said.add(line.get());
      }
      if (running.end() != 0) {
        return ProviderMetadata.NONE;
      }
      String text = String.join("\n", said);
      ProviderMetadata metadata = ProviderMetadata.of(text);
      if (metadata.isSaid()) {
        kept.keep(call.provider().type(), text);
      }
      return metadata;
    }
  }

  private List<String> command(ProviderMetadata metadata) {
    var command = new ArrayList<String>();
    command.add(program.toString());
    command.add("compose");
    command.add("--project-name=" + call.project());
    command.add(call.command().text());
    call.provider()
        .options()
        .forEach((name, values) -> {
          if (metadata.takes(call.command(), name)) {
            values.forEach(value -> command.add("--" + name + "=" + value));
          }
        });
    command.add(call.service().text());
    return command;
  }

  private void heard(RunningProgram running, String line) {
    Json message = parsed(line);
    String text = message.text("message");
    switch (message.text("type")) {
      case "error" -> throw failure(firstLine(text), afterFirstLine(text), "");
      case "info" -> told.accept(new ImageProgress("", firstLine(text), 0, 0));
      case "setenv" -> keep(prefixed, text);
      case "rawsetenv" -> keep(raw, text);
      case "get-service-config" -> running.tell(call.definition().reveal());
      case "debug" -> {
        // For those who write providers; nobody has asked for it.
      }
      default -> throw notUnderstood(line);
    }
  }

  private Json parsed(String line) {
    try {
      Json message = Json.parse(line);
      if (message.isMapping()) {
        return message;
      }
      throw notUnderstood(line);
    } catch (IOException e) {
      EngineException failure = notUnderstood(line);
      failure.initCause(e);
      throw failure;
    }
  }

  private void keep(Map<String, String> variables, String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 0) {
      throw notUnderstood(assignment);
    }
    variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
  }

  private EngineException notUnderstood(String said) {
    return failure(
        "invalid message from plugin: provider `%s` of service `%s` says what is none"
            .formatted(call.provider().type(), call.service()),
        firstLine(said),
        "its messages are lines of JSON: "
            + MESSAGES.stream().map(type -> "`" + type + "`").collect(joining(", ")));
  }

  private static EngineException failure(String message, String detail, String hint) {
    return new EngineException(Kind.OTHER, message, detail, hint);
  }

  private static String firstLine(String text) {
    return text.strip().lines().findFirst().orElse("");
  }

  private static String afterFirstLine(String text) {
    Stream<String> rest = text.strip().lines().skip(1);
    return rest.collect(joining("\n"));
  }
}
