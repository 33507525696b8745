package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Syntax;

/** One command of the program: its flags, and what it does with their values. */
public interface Command extends Syntax {

  /** What a call comes to, all of its flags read. */
  @FunctionalInterface
  interface Call {
    Ending run(Session session);
  }

  /** Reads each flag once; nothing is done yet. */
  Call read(Arguments given);
}
