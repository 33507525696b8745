package dev.fermata.cli.session;

import dev.fermata.cli.progress.JsonProgress;
import dev.fermata.cli.progress.PlainProgress;
import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress;
import dev.fermata.cli.session.Work.Beside;

/** Chooses how a run is shown. */
final class ProgressChoice {
  private ProgressChoice() {}

  /** {@code title} is the command's name. */
  static Progress of(Session session, String title, Beside beside) {
    Invocation invocation = session.invocation();
    return switch (session.globals().progress(invocation.terminal())) {
      case TTY -> new TerminalProgress(title, place(session, beside));
      case JSON -> new JsonProgress(invocation.err(), beside.containers(), session.dockerfiles());
      case QUIET -> Progress.quiet(beside.containers());
      case PLAIN, AUTO ->
          new PlainProgress(
              invocation.out(), invocation.err(), beside.containers(), session.dockerfiles());
    };
  }

  private static TerminalProgress.Place place(Session session, Beside beside) {
    Terminal terminal = session.invocation().terminal();
    return new TerminalProgress.Place(
        session.invocation().err(),
        () -> {
          Terminal.Size size = terminal.size().get();
          return new TerminalProgress.ScreenSize(size.columns(), size.rows());
        },
        beside.share(),
        session.clock(),
        beside.containers(),
        beside.statusLine(),
        session.dockerfiles());
  }
}
