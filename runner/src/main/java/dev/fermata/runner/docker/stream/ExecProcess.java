package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;

/** A command in a running container, joined to its caller. */
public final class ExecProcess implements JoinedProcess {
  /** From here on a command is told the size of its terminal before it begins. */
  private static final ApiVersion CONSOLE_SIZE = new ApiVersion(1, 42);

  private static final int MOST_TRIES = 20;

  private final ExecCalls calls;
  private final String container;
  private final String id;
  private final ProcessStreams streams;
  private final Queue<Output> ready = new ArrayDeque<>();
  private boolean begun;
  private String excuse = "";

  private ExecProcess(ExecCalls calls, String container, String id, ProcessStreams streams) {
    this.calls = calls;
    this.container = container;
    this.id = id;
    this.streams = streams;
  }

  public static ExecProcess begin(
      Api api, String container, ExecRequest request, StreamRequest wanted) {
    ProcessStreams.requireInput(api, wanted);
    var calls = new ExecCalls(api);
    String id = calls.create(container, request, wanted);
    var streams = ProcessStreams.open(api, calls.start(id, wanted.terminal()), wanted);
    var process = new ExecProcess(calls, container, id, streams);
    if (api.version().isBefore(CONSOLE_SIZE)) {
      wanted.terminal().ifPresent(process::resizeSoon);
    }
    return process;
  }

  public static void beginDetached(
      Api api, String container, ExecRequest request, Optional<TerminalSize> terminal) {
    var calls = new ExecCalls(api);
    calls.startDetached(calls.createDetached(container, request, terminal));
  }

  /** An engine knows the process a moment after it has answered only. */
  private void resizeSoon(TerminalSize size) {
    Thread.ofVirtual()
        .name("terminal-size")
        .start(() -> {
          for (int tries = 1; tries <= MOST_TRIES && !isResized(size); tries++) {
            ExecCalls.pause(10);
          }
        });
  }

  private boolean isResized(TerminalSize size) {
    try {
      if (size.isKnown()) {
        calls.resize(id, size);
      }
      return true;
    } catch (EngineException e) {
      // Not there yet, or not there any more: of that its output tells.
      return false;
    }
  }

  @Override
  public void resize(TerminalSize size) {
    isResized(size);
  }

  @Override
  public Optional<Output> read() {
    if (!begun) {
      begun = true;
      readFirst();
    }
    return ready.isEmpty() ? streams.read() : Optional.of(ready.remove());
  }

  /** What an engine says in place of a command that could not begin is told by {@link #end}. */
  private void readFirst() {
    Optional<Output> first = streams.read();
    first.ifPresent(ready::add);
    String said = first.map(ExecProcess::text).orElse("");
    if (!ExecCalls.mayTellOfNoBegin(said)) {
      return;
    }
    Optional<Output> second = streams.read();
    second.ifPresent(ready::add);
    excuse = second.isPresent() ? "" : said;
    if (second.isEmpty() && end().neverBegan().isPresent()) {
      ready.clear();
    }
  }

  private static String text(Output output) {
    return new String(output.bytes(), StandardCharsets.UTF_8);
  }

  @Override
  public void write(byte[] bytes, int length) {
    streams.write(bytes, length);
  }

  @Override
  public void endInput() {
    streams.endInput();
  }

  @Override
  public End end() {
    int code =
        calls
            .exitCode(id)
            .orElseThrow(() ->
                new EngineException(
                    Kind.TIMEOUT, "the engine does not tell how the command ended", ""));
    return new End(code, ExecCalls.refusal(container, code, excuse));
  }

  @Override
  public void close() {
    streams.close();
  }
}
