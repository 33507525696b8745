package dev.fermata.cli.command.exec;

import dev.fermata.cli.session.Invocation;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.cli.terminal.DetachKeys;
import dev.fermata.cli.terminal.RawMode;
import dev.fermata.cli.terminal.Signals;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogStream.Origin;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.engine.StreamRequest.TerminalSize;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Joins the program's streams to a process: what comes in goes to it, what it says goes out, up to
 * the end of its output, or until somebody breaks off. The terminal is as before afterwards,
 * however that comes about.
 */
final class Conversation {
  private static final int MOST_AT_ONCE = 32 * 1024;
  private static final List<String> NO_READER = List.of("PIPE");

  private final Invocation call;
  private final JoinedProcess process;
  private final Manner manner;
  private volatile Close close = Close.AT_THE_END;

  /** Whether input goes to the process, and by which keys one leaves where it has a terminal. */
  record Manner(Input input, Optional<DetachKeys> keys) {}

  /** How it came to its end. */
  enum Close {
    /** The output of the process has ended. */
    AT_THE_END,
    /** The user typed the keys that leave. */
    BY_KEYS,
    /** The user wants the program to end. */
    BROKEN_OFF,
    /** Nobody reads the output any more. */
    UNREAD
  }

  Conversation(Invocation call, JoinedProcess process, Manner manner) {
    this.call = call;
    this.process = process;
    this.manner = manner;
  }

  /** Ends it from another thread. */
  void breakOff() {
    close(Close.BROKEN_OFF);
  }

  private void close(Close how) {
    close = how;
    process.close();
  }

  /**
   * Waits for the end of the process's output; throws where the engine is lost. A reader that goes
   * away is told by the write that fails: the signal for it would end the program before its work.
   */
  Close hold() {
    var noReader = Signals.taken(NO_READER, signal -> {});
    try {
      return holdTerminal();
    } finally {
      noReader.close();
    }
  }

  private Close holdTerminal() {
    if (manner.keys().isEmpty() || manner.input() == Input.NONE) {
      return talk();
    }
    var raw = RawMode.enter();
    try {
      call.terminal().onResize().accept(() -> process.resize(size(call.terminal())));
      return talk();
    } finally {
      raw.close();
    }
  }

  /** The same, broken off when the user wants the program to end, or its terminal hangs up. */
  Close holdUnlessInterrupted(Session session) {
    var cancelled = session.cancellation().subscribe(stage -> breakOff());
    var hangUp = Signals.taken(List.of("HUP"), signal -> breakOff());
    try {
      return hold();
    } finally {
      hangUp.close();
      cancelled.close();
    }
  }

  private Close talk() {
    if (manner.input() == Input.JOINED) {
      // A read of standard input cannot be ended: its thread must not keep the program alive.
      Thread.ofPlatform().daemon().name("standard-input").start(this::forward);
    }
    for (var piece = process.read(); piece.isPresent(); piece = process.read()) {
      PrintStream stream = piece.get().origin() == Origin.STDERR ? call.err() : call.out();
      byte[] bytes = piece.get().bytes();
      stream.write(bytes, 0, bytes.length);
      // Asking a print stream for its errors flushes it.
      if (stream.checkError()) {
        close(Close.UNREAD);
        break;
      }
    }
    return close;
  }

  private void forward() {
    Optional<DetachKeys.Watch> watch = manner.keys().map(DetachKeys::watch);
    var buffer = new byte[MOST_AT_ONCE];
    try {
      for (int count = read(buffer); count >= 0; count = read(buffer)) {
        if (watch.isPresent()) {
          byte[] passing = watch.get().passing(buffer, count);
          process.write(passing, passing.length);
        } else {
          process.write(buffer, count);
        }
        if (watch.isPresent() && watch.get().isComplete()) {
          close(Close.BY_KEYS);
          return;
        }
      }
      process.endInput();
    } catch (IOException | EngineException e) {
      // Either side has gone. Whoever reads the output sees its end, and `end` tells why; what
      // the process did not want to read any more is no failure of it.
    }
  }

  private int read(byte[] buffer) throws IOException {
    return call.in().read(buffer);
  }

  static TerminalSize size(Terminal terminal) {
    Terminal.Size size = terminal.size().get();
    return new TerminalSize(size.columns(), size.rows());
  }
}
