package dev.fermata.cli.session;

import dev.fermata.cli.progress.JsonProgress;
import dev.fermata.cli.progress.PlainProgress;
import dev.fermata.cli.progress.Progress;
import dev.fermata.cli.progress.TerminalProgress;
import dev.fermata.cli.session.GlobalOptions.ProgressMode;
import dev.fermata.cli.session.Work.Beside;

/** Chooses how a run is shown. */
final class ProgressChoice {
  private ProgressChoice() {}

  /** {@code title} is the command's name. */
  static Progress of(Session session, String title, Beside beside) {
    ProgressMode usual = session.globals().progress(session.invocation().terminal());
    return of(usual, session, title, beside);
  }

  /** Of a command that does nothing but build, which the docker client's own variable is for. */
  static Progress ofBuild(Session session, String title, Beside beside) {
    Invocation invocation = session.invocation();
    ProgressMode wished = GlobalOptions.progressOfBuilds(invocation);
    return of(session.globals().progress(invocation.terminal(), wished), session, title, beside);
  }

  private static Progress of(ProgressMode mode, Session session, String title, Beside beside) {
    Invocation invocation = session.invocation();
    return switch (mode) {
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
