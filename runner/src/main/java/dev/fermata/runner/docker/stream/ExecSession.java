package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.stream.Frames.Form;
import dev.fermata.runner.docker.transport.Exchange;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** A command in a running container, with its output. */
public final class ExecSession {
  /** As much as the engine keeps of a healthcheck's output. */
  private static final int MOST_OUTPUT = 4096;

  private final Api api;
  private final ExecCalls calls;
  private final long began = System.nanoTime();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  public ExecSession(Api api) {
    this.api = api;
    this.calls = new ExecCalls(api);
  }

  public ExecResult run(String container, ExecRequest request, Duration timeout) {
    var streams = StreamRequest.withoutTerminal(Input.NONE);
    String id = calls.create(container, request, streams);
    if (!readOutput(id, timeout)) {
      return result(OptionalInt.empty());
    }
    OptionalInt code = calls.exitCode(id);
    requireBegun(container, code);
    return result(code);
  }

  private void requireBegun(String container, OptionalInt code) {
    String reported = output.toString(StandardCharsets.UTF_8);
    var refusal = ExecCalls.refusal(container, code.orElse(0), reported);
    if (refusal.isPresent()) {
      throw refusal.get();
    }
  }

  /** False if it ran past its time. */
  private boolean readOutput(String id, Duration timeout) {
    try (Reply reply = api.open(begin(id, timeout))) {
      var frames = new Frames(reply.getBody(), Form.MULTIPLEXED);
      for (Optional<Frames.Frame> frame = frames.next(); frame.isPresent(); frame = frames.next()) {
        keep(frame.get().bytes());
      }
      return true;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  private Exchange begin(String id, Duration timeout) {
    return api.exchange(calls.start(id, Optional.empty()).within(timeout));
  }

  private void keep(byte[] bytes) {
    output.write(bytes, 0, Math.min(bytes.length, MOST_OUTPUT - output.size()));
  }

  private ExecResult result(OptionalInt exitCode) {
    return new ExecResult(
        exitCode,
        output.toString(StandardCharsets.UTF_8),
        Duration.ofNanos(System.nanoTime() - began));
  }
}
