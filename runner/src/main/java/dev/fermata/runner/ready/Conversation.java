package dev.fermata.runner.ready;

import dev.fermata.runner.engine.EngineException;
import java.io.EOFException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;

/** A connection to a port of a container, and what is said on it. */
record Conversation(Ways ways, int port, Talk talk) implements Question {

  /** What is said on an open connection. What goes wrong on it is a reply as well. */
  interface Talk {
    Reply on(Line line) throws IOException;
  }

  @Override
  public Reply ask(Duration timeout) throws InterruptedException {
    return ways.reply(port, timeout, this::converse);
  }

  private Reply converse(Line line) throws InterruptedException {
    try {
      return talk.on(line);
    } catch (SocketTimeoutException late) {
      return new Reply.NotYet("port " + port + " takes a connection and does not answer");
    } catch (EOFException ended) {
      return new Reply.NotYet("port " + port + " takes a connection and closes it");
    } catch (IOException broken) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException(broken.getMessage());
      }
      return new Reply.NotYet("the connection to port " + port + " broke: " + broken.getMessage());
    } catch (EngineException broken) {
      return Command.failed(broken);
    }
  }
}
