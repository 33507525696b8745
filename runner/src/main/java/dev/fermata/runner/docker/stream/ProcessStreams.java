package dev.fermata.runner.docker.stream;

import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.stream.Frames.Form;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.JoinedProcess.Output;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

/** The connection to a process in a container. One thread reads, one writes, any closes. */
final class ProcessStreams implements AutoCloseable {
  private final Api api;
  private final Reply reply;
  private final Frames frames;
  private final Form form;
  private volatile boolean closed;

  private ProcessStreams(Api api, Reply reply, Form form) {
    this.api = api;
    this.reply = reply;
    this.form = form;
    this.frames = new Frames(reply.getBody(), form);
  }

  /** To be asked before a process is made. */
  static void requireInput(Api api, StreamRequest streams) {
    if (streams.input() == Input.JOINED && !api.transport().carriesInput()) {
      throw new EngineException(
          Kind.NOT_SUPPORTED, "the HTTP client that was given sends no input to a process", "");
    }
  }

  static ProcessStreams open(Api api, Outgoing request, StreamRequest streams) {
    Form form = streams.terminal().isPresent() ? Form.RAW : Form.MULTIPLEXED;
    return new ProcessStreams(api, api.open(request), form);
  }

  Optional<Output> read() {
    try {
      return frames.next().map(frame -> new Output(frame.origin(), frame.bytes()));
    } catch (IOException e) {
      if (closed) {
        return Optional.empty();
      }
      throw api.failure(e);
    }
  }

  void write(byte[] bytes, int length) {
    try {
      reply.write(ByteBuffer.wrap(bytes, 0, length));
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  /** With a terminal, engines take the end of input for that of everything. */
  void endInput() {
    if (form == Form.RAW) {
      return;
    }
    try {
      reply.endInput();
    } catch (IOException e) {
      throw api.failure(e);
    }
  }

  @Override
  public void close() {
    closed = true;
    reply.close();
  }
}
