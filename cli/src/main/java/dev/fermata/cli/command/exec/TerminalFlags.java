package dev.fermata.cli.command.exec;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Terminal;
import dev.fermata.cli.session.Terminal.Stream;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.engine.StreamRequest.Input;
import java.util.Optional;

/** Whether a process gets our input, and a terminal: where we have one at either end. */
record TerminalFlags(Input input, Wish terminal) {
  static final Flag<Optional<Boolean>> NO_TTY =
      Flag.either("Give the command no terminal", "-T", "--no-tty").alsoCalled("--no-TTY");
  static final Flag<Boolean> INTERACTIVE =
      Flag.on("Hand on what is typed; on by default", "-i", "--interactive");

  static final Flag<Boolean> TTY = Flag.off("", "-t", "--tty").hidden();

  /** Docker Compose looks at {@code -T} alone. */
  static final Flag<Boolean> TTY_OF_EXEC = Flag.withoutEffect("-t", "--tty");

  /** Whether a terminal is wanted. */
  enum Wish {
    WHERE_THERE_IS_ONE,
    /** The user asks for it. */
    ALWAYS,
    NONE
  }

  static TerminalFlags of(Arguments given) {
    return new TerminalFlags(
        given.has(INTERACTIVE) ? Input.JOINED : Input.NONE,
        given
            .get(NO_TTY)
            .map(without -> without ? Wish.NONE : Wish.ALWAYS)
            .orElse(Wish.WHERE_THERE_IS_ONE));
  }

  static TerminalFlags ofRun(Arguments given) {
    TerminalFlags usual = of(given);
    return given.has(TTY) ? new TerminalFlags(usual.input(), Wish.ALWAYS) : usual;
  }

  /** Whether the process is to have a terminal: where we have one, at both ends. */
  boolean wantsTerminal(Session session) {
    Terminal ours = session.invocation().terminal();
    boolean typed = ours.is(Stream.IN) || input == Input.NONE;
    return switch (terminal) {
      case NONE -> false;
      case WHERE_THERE_IS_ONE -> typed && ours.is(Stream.OUT);
      case ALWAYS -> {
        if (!typed) {
          throw EarlyEnd.refused(
              ComposeSentences.STDIN_IS_NO_TERMINAL, "`-T` runs it without a terminal");
        }
        yield true;
      }
    };
  }
}
