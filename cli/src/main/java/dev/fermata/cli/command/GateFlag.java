package dev.fermata.cli.command;

import dev.fermata.planner.UpOptions.Gates;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** What a plain {@code depends_on} waits for. */
final class GateFlag {
  private static final String FLAG = "--gate";

  private GateFlag() {}

  static OptionSpec option() {
    return Flags.value(
        "RULE",
        "What a plain depends_on waits for: ready, or compose (started, as Docker Compose)",
        FLAG);
  }

  /** Whoever calls us by Docker Compose's name gets its rule. */
  static Gates of(Session session) {
    String usual = session.isCalledCompose() ? "compose" : "ready";
    String rule = session.given().oneOf(FLAG, List.of("ready", "compose"), usual);
    return rule.equals("compose") ? Gates.COMPOSE : Gates.READY;
  }
}
