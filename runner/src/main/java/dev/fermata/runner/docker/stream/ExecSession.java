package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.stream.Frames.Form;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
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

  private static final int MOST_POLLS = 50;

  /** With it, an engine refuses a command of which it knows early enough. */
  private static final int BAD_REQUEST = 400;

  private final Api api;
  private final long began = System.nanoTime();
  private final ByteArrayOutputStream output = new ByteArrayOutputStream();

  public ExecSession(Api api) {
    this.api = api;
  }

  public ExecResult run(String container, ExecRequest request, Duration timeout) {
    var body =
        new JsonObject()
            .put("User", request.user())
            .put("AttachStdout", true)
            .put("AttachStderr", true)
            .put("Cmd", request.command());
    Json created = api.post(Query.of("/containers/{}/exec", container), body.bytes());
    String id = created.text("Id");
    if (!readOutput(id, timeout)) {
      return result(OptionalInt.empty());
    }
    OptionalInt code = exitCode(id);
    requireBegun(container, code);
    return result(code);
  }

  /** Engines tell a command that could not begin by its output, where they do not refuse it. */
  private void requireBegun(String container, OptionalInt code) {
    String reported = output.toString(StandardCharsets.UTF_8).strip();
    boolean ofShell = code.isPresent() && code.getAsInt() >= 126 && code.getAsInt() <= 128;
    if (ofShell && reported.startsWith("OCI runtime exec failed: ")) {
      throw Refusals.of(Call.EXEC.about(container), BAD_REQUEST, reported);
    }
  }

  /** False if it ran past its time. */
  private boolean readOutput(String id, Duration timeout) {
    byte[] start = "{\"Detach\":false,\"Tty\":false}".getBytes(StandardCharsets.UTF_8);
    String path = Query.of("/exec/{}/start", id).toString();
    Outgoing request = Outgoing.hijack(path).withJson(start).within(timeout);
    try (Reply reply = api.open(api.exchange(request))) {
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

  private void keep(byte[] bytes) {
    output.write(bytes, 0, Math.min(bytes.length, MOST_OUTPUT - output.size()));
  }

  /** The output may end a moment before the engine knows how the command did. */
  private OptionalInt exitCode(String id) {
    for (int poll = 0; poll < MOST_POLLS; poll++) {
      Json state = api.get(Query.of("/exec/{}/json", id));
      if (!state.isTrue("Running")) {
        return OptionalInt.of(state.integer("ExitCode"));
      }
      pause(poll);
    }
    return OptionalInt.empty();
  }

  private static void pause(int poll) {
    try {
      Thread.sleep(Math.min(1 << poll, 100));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "the call to the engine was ended", "", e);
    }
  }

  private ExecResult result(OptionalInt exitCode) {
    return new ExecResult(
        exitCode,
        output.toString(StandardCharsets.UTF_8),
        Duration.ofNanos(System.nanoTime() - began));
  }
}
