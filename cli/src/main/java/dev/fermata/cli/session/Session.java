package dev.fermata.cli.session;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.report.DiagnosticText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * What a command works with: the call, the flags of every command, the engine when it is needed,
 * and Ctrl-C.
 */
public final class Session implements AutoCloseable {
  private static final Set<String> YES = Set.of("1", "t", "T", "true", "TRUE", "True", "y", "Y");
  private final String program;
  private final Invocation invocation;
  private final GlobalOptions globals;
  private final World world;
  private Optional<Engine> engine = Optional.empty();
  private Optional<Map<String, Assignment>> settings = Optional.empty();

  /**
   * The world outside: how to reach the engine that an environment names, how the user breaks off,
   * what time it is, and the file of the program, where it is one that others can call.
   */
  public record World(
      Function<Map<String, String>, Engine> engines,
      Interruption interruption,
      InstantSource clock,
      Optional<Path> programFile) {

    /** Of a program that is no file. */
    public World(
        Function<Map<String, String>, Engine> engines,
        Interruption interruption,
        InstantSource clock) {
      this(engines, interruption, clock, Optional.empty());
    }
  }

  public Session(String program, Invocation invocation, GlobalOptions globals, World world) {
    this.program = program;
    this.invocation = invocation;
    this.globals = globals;
    this.world = world;
    ParallelLimit.check(globals.parallel(), this::inProcess);
  }

  public Invocation invocation() {
    return invocation;
  }

  public GlobalOptions globals() {
    return globals;
  }

  public PrintStream out() {
    return invocation.out();
  }

  public PrintStream err() {
    return invocation.err();
  }

  public Instant now() {
    return world.clock().instant();
  }

  public InstantSource clock() {
    return world.clock();
  }

  public DiagnosticText.Colours errColours() {
    return colours(Terminal.Stream.ERR);
  }

  public DiagnosticText.Colours outColours() {
    return colours(Terminal.Stream.OUT);
  }

  /** How lines of Dockerfiles are shown beside what goes on. */
  public DockerfileText dockerfiles() {
    return new DockerfileText(invocation.directory(), errColours());
  }

  private DiagnosticText.Colours colours(Terminal.Stream stream) {
    return globals.colours(invocation, stream);
  }

  /** Whether a variable of the process says yes, in the words that Docker Compose has for it. */
  public boolean isTrue(String variable) {
    return invocation.variable(variable).filter(YES::contains).isPresent();
  }

  /** The same, asking the project's env files for what the process does not set. */
  public boolean isTrueHere(String variable) {
    return variable(variable).filter(YES::contains).isPresent();
  }

  /** What the process sets, else what the project's env files do. */
  private Optional<String> variable(String name) {
    return setting(name).map(Assignment::value);
  }

  private Optional<Assignment> setting(String name) {
    return invocation.environment().containsKey(name)
        ? inProcess(name)
        : Optional.ofNullable(settings().get(name)).filter(found -> !found.value().isEmpty());
  }

  private Optional<Assignment> inProcess(String name) {
    return invocation.variable(name).map(value -> Assignment.of(value, Span.of("the environment")));
  }

  /** How many engine calls may go on at the same time. */
  public OptionalInt parallel() {
    return ParallelLimit.of(globals.parallel(), this::setting);
  }

  /** Mistakes of env files are told where a project is loaded: the sound rest counts here. */
  private Map<String, Assignment> settings() {
    if (settings.isEmpty()) {
      settings = Optional.of(new Projects(this).settings().value().orElse(Map.of()));
    }
    return settings.get();
  }

  /** A wish that the settings of the docker client have under a name: no work fails for it. */
  public Optional<String> clientSetting(String name) {
    try {
      return ClientConfig.of(invocation.environment()).text(name);
    } catch (EngineException e) {
      err().println("warning: " + e.getMessage());
      return Optional.empty();
    }
  }

  /** What the user typed to call us: {@code docker compose}. */
  public String program() {
    return program;
  }

  /** Our own file, where it is one that others can call. */
  public Optional<Path> programFile() {
    return world.programFile();
  }

  /** Whether the docker client called us. */
  public boolean isPlugin() {
    return program.startsWith("docker ");
  }

  /** Whether the user typed Docker Compose's name and meant us. */
  public boolean isCalledCompose() {
    return program.equals("docker compose") || program.equals("docker-compose");
  }

  /** Connects at the first call only: much is done without an engine. */
  public Engine engine() {
    if (engine.isEmpty()) {
      engine = Optional.of(world.engines().apply(invocation.environment()));
    }
    return engine.get();
  }

  /** From here on Ctrl-C ends the run gracefully, and not the program. */
  public Cancellation cancellation() {
    return world.interruption().listen();
  }

  @Override
  public void close() {
    engine.ifPresent(Engine::close);
  }
}
