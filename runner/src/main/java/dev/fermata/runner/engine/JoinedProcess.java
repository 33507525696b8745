package dev.fermata.runner.engine;

import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.util.Optional;

/**
 * A process in a container whose input and output are the caller's. One thread reads, one writes;
 * it may be resized and closed from any. Closing leaves the process as it is.
 */
public interface JoinedProcess extends AutoCloseable {

  /**
   * A piece of output as it came; with a terminal all of it is standard output. Its bytes are its
   * own.
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Output(Origin origin, byte[] bytes) {}

  /** How it ended; a command that could not begin has a code as well, and says why. */
  record End(int exitCode, Optional<EngineException> neverBegan) {}

  /** What the end of a container's process is. */
  enum Until {
    /** It does not run, now or later. */
    NOT_RUNNING,
    /** It ends, after it has been started. */
    NEXT_EXIT,
    /** The engine has removed it. */
    REMOVED
  }

  /** Waits for output; empty at its end, and once this is closed. */
  Optional<Output> read();

  void write(byte[] bytes, int length);

  /** Nothing more will be written; the process reads an end, and its output goes on. */
  void endInput();

  /** Nothing happens where there is no terminal. */
  void resize(TerminalSize size);

  /** Waits for the end, when all output has been read. */
  End end();

  @Override
  void close();
}
