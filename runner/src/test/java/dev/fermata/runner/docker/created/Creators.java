package dev.fermata.runner.docker.created;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.file.Sources;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.planner.request.UpOptions.Starting;
import dev.fermata.runner.Budgets;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.docker.DockerEngine;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The two that create a case's objects; each answers with what went wrong. */
final class Creators {
  private Creators() {}

  /** Ourselves. */
  static List<String> fermata(CreatedCase created, Map<String, String> surroundings) {
    var starting = new Starting(Start.CREATED, Gates.READY, UpOptions.Waiting.USUAL);
    try (var engine = DockerEngine.connect(surroundings)) {
      var up = new Request.Up(load(created), UpOptions.DEFAULT.withStarting(starting));
      RunResult result =
          new Stack(engine, Budgets.DEFAULT).run(up, event -> {}, new Cancellation());
      return switch (result) {
        case RunResult.Refused refused ->
            refused.problems().stream().map(problem -> problem.message()).toList();
        case RunResult.Ran ran -> failures(ran.report());
      };
    }
  }

  private static List<String> failures(Report report) {
    return report.outcomes().values().stream().flatMap(it -> failure(it).stream()).toList();
  }

  private static Optional<String> failure(Outcome outcome) {
    return outcome instanceof Outcome.Failed failed
            && failed.failure() instanceof Failure.Refused refused
        ? Optional.of(refused.cause().getMessage())
        : Optional.empty();
  }

  private static Project load(CreatedCase created) {
    var base = LoadRequest.of(created.workplace().toString(), CreatedCase.ENVIRONMENT);
    var request =
        new LoadRequest(
            base.currentDirectory(),
            base.files(),
            Optional.of(created.project()),
            base.projectDirectory(),
            base.profiles(),
            base.environmentFiles(),
            base.services(),
            base.environment(),
            base.variants(),
            base.standardInput());
    Result<Project> loaded = new Loader(path -> Sources.Content.of(read(path))).load(request);
    if (loaded.hasErrors()) {
      throw new IllegalStateException(created.name() + ": " + loaded.diagnostics());
    }
    return loaded.value().orElseThrow();
  }

  private static Optional<byte[]> read(String path) {
    try {
      Path file = Path.of(path);
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The docker-compose program at {@code program}. */
  static List<String> peer(String program, CreatedCase created, Map<String, String> surroundings) {
    var command = List.of(program, "-p", created.project(), "create");
    try {
      var builder = new ProcessBuilder(command).directory(created.workplace().toFile());
      builder.redirectErrorStream(true);
      var environment = new TreeMap<>(surroundings);
      environment.putAll(CreatedCase.ENVIRONMENT);
      environment.put("PATH", System.getenv("PATH"));
      builder.environment().clear();
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return process.waitFor() == 0
          ? List.of()
          : List.of(output.strip().lines().toList().getLast());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
