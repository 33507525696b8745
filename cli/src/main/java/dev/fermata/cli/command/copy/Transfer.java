package dev.fermata.cli.command.copy;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.ProgressLine;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.copy.CopyRefusal;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** A long transfer of a command: ended by Ctrl-C, told when it is done. */
record Transfer(Session session) {
  private static final int BUFFER = 64 * 1024;

  /** Work that ends early when its thread is interrupted. */
  Ending run(Runnable work) {
    Thread worker = Thread.currentThread();
    var cancellation = session.cancellation();
    var leaving = cancellation.subscribe(stage -> worker.interrupt());
    try {
      work.run();
      return Ending.SUCCEEDED;
    } catch (CopyRefusal refusal) {
      return Ending.refused(refusal.sentence(), refusal.hint());
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED && cancellation.stage() != Stage.NONE) {
        return new Ending.Interrupted();
      }
      throw e;
    } finally {
      leaving.close();
    }
  }

  /** Bytes for whoever reads the standard output, until that one has enough. */
  void print(InputStream content) {
    var buffer = new byte[BUFFER];
    try {
      for (int count = content.read(buffer); count >= 0; count = content.read(buffer)) {
        session.out().write(buffer, 0, count);
        if (session.out().checkError()) {
          return;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the archive", e);
    }
  }

  /** An archive on a terminal would only upset it. */
  void requireNoTerminal(String sentence, String hint) {
    if (session.invocation().terminal().is(Terminal.Stream.OUT)) {
      throw EarlyEnd.refused(sentence, hint);
    }
  }

  /** As Docker Compose tells the end of a row: {@code Copied a to b}. */
  void tell(String container, String done, String details) {
    new ProgressLine(session).tell(container, ProgressLine.State.DONE, done, details);
  }
}
