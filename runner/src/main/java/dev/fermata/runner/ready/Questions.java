package dev.fermata.runner.ready;

import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.runner.engine.Engine;
import java.time.Instant;

/** The questions that make up a check. */
public final class Questions {
  private final Engine engine;
  private final String container;
  private final Instant startedAt;
  private final Ways ways;

  private Questions(Engine engine, String container, Instant startedAt) {
    this.engine = engine;
    this.container = container;
    this.startedAt = startedAt;
    this.ways = new Ways(engine, container);
  }

  /** {@code startedAt} is when this life of the container began, by the engine's clock. */
  public static Question of(ReadyCheck check, Engine engine, String container, Instant startedAt) {
    return new Questions(engine, container, startedAt).of(check);
  }

  private Question of(ReadyCheck check) {
    return switch (check) {
      case ReadyCheck.Tcp tcp -> new Conversation(ways, tcp.port(), new Accepts());
      case ReadyCheck.Http http -> new Conversation(ways, http.port(), new HttpGet(http));
      case ReadyCheck.Grpc grpc -> new GrpcHealth(ways, grpc);
      case ReadyCheck.Served served ->
          new Conversation(ways, served.port(), Greeting.of(served.server()));
      case ReadyCheck.Log log -> new LogLines(engine, container, startedAt, log.line().pattern());
      case ReadyCheck.Exec exec -> new Command(engine, container, exec.command());
      case ReadyCheck.All all -> new AllOf(all.checks().stream().map(this::of).toList());
      case ReadyCheck.Any any -> new AnyOf(any.checks().stream().map(this::of).toList());
    };
  }

  /** How many questions there are in it. */
  public static int count(ReadyCheck check) {
    return switch (check) {
      case ReadyCheck.All all -> all.checks().stream().mapToInt(Questions::count).sum();
      case ReadyCheck.Any any -> any.checks().stream().mapToInt(Questions::count).sum();
      case ReadyCheck.Tcp one -> 1;
      case ReadyCheck.Http one -> 1;
      case ReadyCheck.Grpc one -> 1;
      case ReadyCheck.Served one -> 1;
      case ReadyCheck.Log one -> 1;
      case ReadyCheck.Exec one -> 1;
    };
  }
}
