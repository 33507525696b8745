package dev.fermata.cli;

import dev.fermata.cli.session.Interruption;

/**
 * What the system tells the process. A shutdown hook would not do: it cannot see a second Ctrl-C,
 * and the exit code is decided without it.
 */
@SuppressWarnings("sunapi")
final class Signals {
  private Signals() {}

  /** Ctrl-C and a request to end break a run off from now on. */
  static void install(Interruption interruption) {
    for (String name : new String[] {"INT", "TERM"}) {
      sun.misc.Signal.handle(new sun.misc.Signal(name), signal -> interruption.interrupt());
    }
  }

  /** Tells when the terminal has another size. */
  static void onResize(Runnable then) {
    sun.misc.Signal.handle(new sun.misc.Signal("WINCH"), signal -> then.run());
  }
}
