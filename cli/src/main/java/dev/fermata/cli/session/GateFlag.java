package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.planner.request.UpOptions.Gates;
import java.util.Optional;

/** What a plain {@code depends_on} waits for. */
public final class GateFlag {
  public static final Flag<Optional<Gates>> GATE =
      Flag.text(
              "RULE",
              "What a plain depends_on waits for: ready, or compose (started, as Docker Compose)",
              "--gate")
          .offering("ready", "compose")
          .as((flag, text) -> text.map(rule -> gates(flag, rule)));

  private GateFlag() {}

  /** Whoever calls us by Docker Compose's name gets its rule. */
  public static Gates of(Optional<Gates> given, Session session) {
    return given.orElse(session.isCalledCompose() ? Gates.COMPOSE : Gates.READY);
  }

  private static Gates gates(String flag, String rule) {
    return switch (rule) {
      case "ready" -> Gates.READY;
      case "compose" -> Gates.COMPOSE;
      default -> throw new Misuse("`" + flag + "` is one of ready, compose, not `" + rule + "`");
    };
  }
}
