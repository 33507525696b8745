package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** The main process of a container, joined to its caller. */
public final class ContainerProcess implements JoinedProcess {
  private final Api api;
  private final String container;
  private final ProcessStreams streams;
  private final Reply end;

  private ContainerProcess(Api api, String container, ProcessStreams streams, Reply end) {
    this.api = api;
    this.container = container;
    this.streams = streams;
    this.end = end;
  }

  /** The end is waited for from here on: an engine forgets a container that it removes. */
  public static ContainerProcess join(
      Api api, String container, StreamRequest wanted, Until until) {
    ProcessStreams.requireInput(api, wanted);
    Query path =
        Query.of("/containers/{}/attach", container)
            .with("stream", "1")
            .with("stdin", wanted.input() == Input.JOINED ? "1" : "0")
            .with("stdout", "1")
            .with("stderr", "1")
            .with("detachKeys", wanted.detachKeys());
    Query wait =
        Query.of("/containers/{}/wait", container)
            .with("condition", until.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    var streams = ProcessStreams.open(api, Outgoing.hijack(path.toString()), wanted);
    try {
      Reply end = api.open(Outgoing.stream("POST", wait.toString()));
      return new ContainerProcess(api, container, streams, end);
    } catch (RuntimeException e) {
      streams.close();
      throw e;
    }
  }

  @Override
  public Optional<Output> read() {
    return streams.read();
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
  public void resize(TerminalSize size) {
    if (!size.isKnown()) {
      return;
    }
    try {
      api.post(
          Query.of("/containers/{}/resize", container)
              .with("h", "" + size.rows())
              .with("w", "" + size.columns()));
    } catch (EngineException e) {
      // It does not run any more, or the engine is lost: either ends its output, whose reader
      // tells of it. A terminal of the old size is no reason to end what goes on.
    }
  }

  @Override
  public End end() {
    try {
      Json ended = Json.parse(end.getBody().readAllBytes());
      return new End(ended.integer("StatusCode"), Optional.empty());
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  @Override
  public void close() {
    streams.close();
    end.close();
  }
}
