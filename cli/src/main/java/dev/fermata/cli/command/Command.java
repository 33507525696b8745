package dev.fermata.cli.command;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** One command of the program: its flags, and what it does with their values. */
interface Command {

  /** One sentence for the help. */
  String summary();

  List<OptionSpec> options();

  /** What stands behind the flags; empty where nothing does. */
  default String operands() {
    return "[SERVICE...]";
  }

  Ending run(Session session);
}
