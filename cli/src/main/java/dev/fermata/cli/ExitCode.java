package dev.fermata.cli;

import dev.fermata.cli.session.Ending;

/**
 * What the process ends with. Docker Compose's codes where it has one, so that scripts go on
 * working: every error is 1.
 */
public enum ExitCode {
  /** All that was asked for is done. */
  DONE(0),
  /** A mistake in arguments or files, a refusing engine, a gate that did not open. */
  FAILED(1),
  /** {@code plan --exit-code}: there is something to do. */
  CHANGES(2),
  /** Our own fault. */
  BUG(70),
  /** Ctrl-C or a termination signal. */
  INTERRUPTED(130);

  private final int number;

  ExitCode(int number) {
    this.number = number;
  }

  public int number() {
    return number;
  }

  /** The code of an ending; that of a container is handed through. */
  static int of(Ending ending) {
    return switch (ending) {
      case Ending.Succeeded succeeded -> DONE.number;
      case Ending.Misused misused -> FAILED.number;
      case Ending.Rejected rejected -> FAILED.number;
      case Ending.Refused refused -> FAILED.number;
      case Ending.Unplanned unplanned -> FAILED.number;
      case Ending.FoundMistakes found -> FAILED.number;
      case Ending.Ran ran -> ofRun(ran);
      case Ending.ContainerCode container -> container.code();
      case Ending.ProcessEnded ended -> ended.code();
      case Ending.ProcessLeft left -> FAILED.number;
      case Ending.ChangesPending pending -> CHANGES.number;
      case Ending.Interrupted interrupted -> INTERRUPTED.number;
    };
  }

  private static int ofRun(Ending.Ran ran) {
    if (ran.report().wasCancelled()) {
      return INTERRUPTED.number;
    }
    return ran.report().succeeded() ? DONE.number : FAILED.number;
  }
}
