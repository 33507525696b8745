package dev.fermata.runner.docker.buildx;

import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.model.Build;
import dev.fermata.planner.observed.Builders.Buildx;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.planner.spec.Builder;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.plugin.ProgramSearch;
import dev.fermata.runner.docker.plugin.RunningProgram;
import dev.fermata.runner.docker.progress.RawStatus;
import dev.fermata.runner.docker.progress.SolveEvents;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The docker client's plugin {@code buildx}, which is called as Docker Compose calls it. */
public record BuildxPlugin(ClientConfig config, Map<String, String> environment, Proxies proxies) {
  private static final int LAST_LINES = 20;

  public Buildx presence() {
    return program().isPresent() ? Buildx.INSTALLED : Buildx.ABSENT;
  }

  private Optional<Path> program() {
    return new ProgramSearch(config, environment).plugin("buildx");
  }

  /**
   * Builds and, where it is for one platform, hands the image to the engine. The digest that the
   * builder tells.
   */
  public String build(BuildRequest request, Builder.Buildx chosen, Consumer<BuildEvent> told) {
    Path program =
        program()
            .orElseThrow(() ->
                new EngineException(
                    Kind.MISCONFIGURED,
                    "the docker client has no plugin `docker-buildx`",
                    "",
                    "install it"));
    var events = new SolveEvents(file -> file, told);
    BakeTarget target = BakeTarget.of(request, proxies.variables());
    var variables = new TreeMap<>(environment);
    variables.putAll(target.environment());
    try {
      Path folder = Files.createTempDirectory("fermata-build-");
      Path answer = folder.resolve("metadata.json");
      try {
        run(command(program, request.build(), chosen, answer), variables, target, events);
        return digest(answer);
      } finally {
        events.end();
        Files.deleteIfExists(answer);
        Files.deleteIfExists(folder);
      }
    } catch (IOException e) {
      throw new EngineException(
          Kind.OTHER, "cannot keep what `docker buildx` answers", String.valueOf(e), e);
    }
  }

  private static List<String> command(
      Path program, Build build, Builder.Buildx chosen, Path answer) {
    var command = new ArrayList<>(List.of(program.toString(), "bake", "--file", "-"));
    command.addAll(List.of("--progress", "rawjson", "--metadata-file", answer.toString()));
    chosen.name().ifPresent(name -> command.addAll(List.of("--builder", name)));
    // What the definition names is what the user's own files name.
    command.addAll(List.of("--allow", "fs=*"));
    if (!build.access().agents().isEmpty()) {
      command.addAll(List.of("--allow", "ssh"));
    }
    build
        .sandbox()
        .entitlements()
        .forEach(entitlement -> command.addAll(List.of("--allow", entitlement)));
    command.add(BakeTarget.NAME);
    return command;
  }

  private static void run(
      List<String> command, Map<String, String> variables, BakeTarget target, SolveEvents events) {
    Deque<String> said = new ArrayDeque<>();
    var failing = new AtomicReference<@Nullable String>();
    Consumer<Status> told =
        status -> {
          failed(status).ifPresent(failing::set);
          events.accept(status);
        };
    try (RunningProgram running = RunningProgram.startWithOneOutput(command, variables)) {
      running.tellAll(target.definition().toString());
      for (var line = running.next(); line.isPresent(); line = running.next()) {
        status(line.get()).ifPresentOrElse(told, keeping(line.get(), said));
      }
      int code = running.end();
      if (code != 0) {
        throw events.failure(
            new SolveException(
                String.join("\n", said).strip().replaceFirst("^ERROR: ", ""),
                new SolveException.Details(
                    Optional.ofNullable(failing.get()), Optional.empty(), List.of())));
      }
    }
  }

  /** Empty where the line is none: then it is what the program says of itself. */
  private static Optional<Status> status(String line) {
    if (!line.startsWith("{")) {
      return Optional.empty();
    }
    try {
      return Optional.of(RawStatus.of(Json.parse(line)));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The step at whose failure the others were broken off. */
  private static Optional<String> failed(Status status) {
    return status.vertices().stream()
        .filter(vertex -> !vertex.error().isEmpty() && !vertex.error().contains("context canceled"))
        .map(Vertex::digest)
        .findFirst();
  }

  private static Runnable keeping(String line, Deque<String> said) {
    return () -> {
      said.addLast(line);
      if (said.size() > LAST_LINES) {
        said.removeFirst();
      }
    };
  }

  private static String digest(Path answer) throws IOException {
    Json target = Json.parse(Files.readAllBytes(answer)).at(BakeTarget.NAME);
    return target.at("containerimage.digest").maybe().orElse("");
  }
}
