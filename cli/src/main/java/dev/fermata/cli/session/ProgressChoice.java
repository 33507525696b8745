package dev.fermata.cli.session;

import dev.fermata.cli.progress.JsonProgress;
import dev.fermata.cli.progress.PlainProgress;
import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress;
import dev.fermata.cli.progress.TerminalProgress.Share;
import dev.fermata.runner.event.EventSink;

/** Chooses how a run is shown. */
final class ProgressChoice {
  private ProgressChoice() {}

  /** {@code title} is the command's name; {@code containers} prints what containers say. */
  static Progress of(Session session, String title, Share share, EventSink containers) {
    Invocation invocation = session.invocation();
    return switch (session.globals().progress(invocation.terminal())) {
      case TTY -> new TerminalProgress(title, place(session, share, containers));
      case JSON -> new JsonProgress(invocation.err(), containers);
      case QUIET -> Progress.quiet(containers);
      case PLAIN, AUTO -> new PlainProgress(invocation.out(), invocation.err(), containers);
    };
  }

  private static TerminalProgress.Place place(Session session, Share share, EventSink containers) {
    Terminal terminal = session.invocation().terminal();
    return new TerminalProgress.Place(
        session.invocation().err(),
        () -> {
          Terminal.Size size = terminal.size().get();
          return new TerminalProgress.ScreenSize(size.columns(), size.rows());
        },
        share,
        session.clock(),
        containers);
  }
}
