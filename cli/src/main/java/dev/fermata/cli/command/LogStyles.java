package dev.fermata.cli.command;

import dev.fermata.cli.text.LogPrinter.Style;
import java.util.EnumSet;
import java.util.Set;

/** How the flags want lines of containers to look. */
final class LogStyles {
  private LogStyles() {}

  static Set<Style> of(Session session) {
    var styles = EnumSet.noneOf(Style.class);
    Arguments given = session.given();
    if (!given.has("--no-log-prefix")) {
      styles.add(Style.PREFIX);
    }
    if (given.has("--timestamps")) {
      styles.add(Style.TIMESTAMPS);
    }
    if (!given.has("--no-color")
        && session.globals().colours(session.invocation(), Terminal.Stream.OUT)) {
      styles.add(Style.COLOURS);
    }
    return styles;
  }
}
