package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/** The calls that commands in a running container are made of. */
record ExecCalls(Api api) {
  /** Of the runtime, and of an engine before 23 where it looks for the user by itself. */
  private static final Pattern NEVER_BEGAN =
      Pattern.compile("OCI runtime exec failed: |unable to find (user|group) .*: no matching");

  private static final int MOST_POLLS = 50;

  /** With it, an engine refuses a command of which it knows early enough. */
  private static final int BAD_REQUEST = 400;

  /** The id of a command that has not begun yet. */
  String create(String container, ExecRequest request, StreamRequest streams) {
    return created(
        container,
        alone(request, streams.terminal())
            .put("AttachStdin", streams.input() == Input.JOINED)
            .put("AttachStdout", true)
            .put("AttachStderr", true)
            .put("DetachKeys", streams.detachKeys()));
  }

  /** The same of one that nobody joins. */
  String createDetached(String container, ExecRequest request, Optional<TerminalSize> terminal) {
    return created(container, alone(request, terminal));
  }

  private String created(String container, JsonObject body) {
    return api.post(Query.of("/containers/{}/exec", container), body.bytes()).text("Id");
  }

  private static JsonObject alone(ExecRequest request, Optional<TerminalSize> terminal) {
    return new JsonObject()
        .put("User", request.user())
        .put("Privileged", request.privileges() == Privileges.ALL)
        .put("Tty", terminal.isPresent())
        .put("ConsoleSize", consoleSize(terminal))
        .put("Env", request.environment())
        .put("WorkingDir", request.workingDirectory())
        .put("Cmd", request.command());
  }

  private static List<Integer> consoleSize(Optional<TerminalSize> terminal) {
    return terminal
        .filter(TerminalSize::isKnown)
        .map(size -> List.of(size.rows(), size.columns()))
        .orElse(List.of());
  }

  /** What begins a command, and makes its connection a stream in both directions. */
  Outgoing start(String id, Optional<TerminalSize> terminal) {
    String body = "{\"Detach\":false,\"Tty\":" + terminal.isPresent() + "}";
    return Outgoing.hijack(startOf(id)).withJson(body.getBytes(StandardCharsets.UTF_8));
  }

  void startDetached(String id) {
    byte[] body = new JsonObject().put("Detach", true).bytes();
    api.call(Outgoing.call("POST", startOf(id)).withJson(body));
  }

  private static String startOf(String id) {
    return Query.of("/exec/{}/start", id).toString();
  }

  void resize(String id, TerminalSize size) {
    api.post(
        Query.of("/exec/{}/resize", id).with("h", "" + size.rows()).with("w", "" + size.columns()));
  }

  /** The output may end a moment before the engine knows how the command did. */
  OptionalInt exitCode(String id) {
    for (int poll = 0; poll < MOST_POLLS; poll++) {
      Json state = api.get(Query.of("/exec/{}/json", id));
      if (!state.isTrue("Running")) {
        return OptionalInt.of(state.integer("ExitCode"));
      }
      pause(Math.min(1 << poll, 100));
    }
    return OptionalInt.empty();
  }

  static void pause(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EngineException(
          EngineException.Kind.INTERRUPTED, "the call to the engine was ended", "", e);
    }
  }

  /** Whether output may be what an engine says in place of a command that could not begin. */
  static boolean mayTellOfNoBegin(String output) {
    return NEVER_BEGAN.matcher(output).lookingAt();
  }

  /** Engines tell a command that could not begin by its output, where they do not refuse it. */
  static Optional<EngineException> refusal(String container, int exitCode, String output) {
    String reported = output.strip();
    boolean ofShell = exitCode >= 126 && exitCode <= 128;
    return ofShell && mayTellOfNoBegin(reported)
        ? Optional.of(Refusals.of(Call.EXEC.about(container), BAD_REQUEST, reported))
        : Optional.empty();
  }
}
