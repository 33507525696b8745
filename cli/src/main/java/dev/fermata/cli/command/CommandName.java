package dev.fermata.cli.command;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The commands there are. A new one is a constant here, a line below, and its class. */
enum CommandName {
  BUILD,
  CONFIG,
  DOWN,
  EXPLAIN,
  LINT,
  LOGS,
  PLAN,
  PS,
  RESTART,
  RM,
  SCHEMA,
  START,
  STOP,
  UP,
  VERSION;

  String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<CommandName> of(String text) {
    return Arrays.stream(values()).filter(name -> name.text().equals(text)).findFirst();
  }

  /** Made when called only: a start pays for one command. */
  Command command() {
    return switch (this) {
      case BUILD -> new BuildCommand();
      case CONFIG -> new ConfigCommand();
      case DOWN -> new DownCommand();
      case EXPLAIN -> new ExplainCommand();
      case LINT -> new LintCommand();
      case PLAN -> new PlanCommand();
      case LOGS -> new LogsCommand();
      case RESTART -> new RestartCommand();
      case RM -> new RmCommand();
      case SCHEMA -> new SchemaCommand();
      case START -> new StartCommand();
      case STOP -> new StopCommand();
      case PS -> new PsCommand();
      case UP -> new UpCommand();
      case VERSION -> new VersionCommand();
    };
  }
}
