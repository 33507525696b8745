package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A command in a fake container, joined to its caller: {@code cat} gives back what it reads, all
 * others answer as the test has said.
 */
final class FakeProcess implements JoinedProcess {
  /** A folder that no image has. */
  static final String NOWHERE = "/no/such/";

  private final FakeEngine engine;
  private final FakeContainer container;
  private final ExecRequest request;
  private final StreamRequest streams;
  private final Awaiting changed;
  private final ByteArrayOutputStream input = new ByteArrayOutputStream();
  private Optional<ExecResult> result = Optional.empty();
  private volatile boolean inputEnded;
  private volatile boolean closed;

  FakeProcess(
      FakeEngine engine,
      FakeContainer container,
      ExecRequest request,
      StreamRequest streams,
      Awaiting changed) {
    this.engine = engine;
    this.container = container;
    this.request = request;
    this.streams = streams;
    this.changed = changed;
  }

  static boolean isMissing(ExecRequest request) {
    return request.command().getFirst().startsWith(NOWHERE);
  }

  static EngineException missing(ExecRequest request) {
    return refusal(Kind.INVALID, "the program `" + request.command().getFirst() + "` is not there");
  }

  @Override
  public Optional<Output> read() {
    if (result.isPresent()) {
      return Optional.empty();
    }
    ExecResult answer = answer();
    result = Optional.of(answer);
    byte[] output = answer.output().getBytes(StandardCharsets.UTF_8);
    return closed || output.length == 0
        ? Optional.empty()
        : Optional.of(new Output(Origin.STDOUT, output));
  }

  private ExecResult answer() {
    if (isMissing(request)) {
      return ended(127, "");
    }
    if (!request.command().getFirst().equals("cat")) {
      return engine.answer(container, request);
    }
    if (streams.input() == Input.NONE) {
      return ended(0, "");
    }
    awaitInput();
    return ended(0, input.toString(StandardCharsets.UTF_8));
  }

  private void awaitInput() {
    try {
      changed.untilEver(() -> inputEnded || closed);
    } catch (InterruptedException e) {
      throw new EngineException(Kind.INTERRUPTED, "cut short", "", e);
    }
  }

  private static ExecResult ended(int code, String output) {
    return new ExecResult(OptionalInt.of(code), output, Duration.ofMillis(5));
  }

  @Override
  public void write(byte[] bytes, int length) {
    input.write(bytes, 0, length);
  }

  @Override
  public void endInput() {
    inputEnded = true;
    changed.tell();
  }

  @Override
  public void resize(TerminalSize size) {
    // Nobody in here draws.
  }

  @Override
  public End end() {
    int code = result.map(ExecResult::exitCode).orElse(OptionalInt.empty()).orElse(0);
    return new End(code, isMissing(request) ? Optional.of(missing(request)) : Optional.empty());
  }

  @Override
  public void close() {
    closed = true;
    changed.tell();
  }
}
