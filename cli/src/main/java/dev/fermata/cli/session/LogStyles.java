package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.text.LogPrinter.Style;
import dev.fermata.model.report.DiagnosticText.Colours;
import java.util.EnumSet;
import java.util.Set;

/** How the flags want lines of containers to look. */
public record LogStyles(Set<Style> wanted) {
  public static final Flag<Boolean> NO_COLOR = Flag.off("Print no colours", "--no-color");
  public static final Flag<Boolean> NO_LOG_PREFIX =
      Flag.off("Print no names before lines", "--no-log-prefix");

  /** The flag of the times has other names in each command. */
  public static LogStyles of(Arguments given, Flag<Boolean> timestamps) {
    var wanted = EnumSet.allOf(Style.class);
    if (given.has(NO_LOG_PREFIX)) {
      wanted.remove(Style.PREFIX);
    }
    if (!given.has(timestamps)) {
      wanted.remove(Style.TIMESTAMPS);
    }
    if (given.has(NO_COLOR)) {
      wanted.remove(Style.COLOURS);
    }
    return new LogStyles(wanted);
  }

  /** Colours are for where they can be seen. */
  public Set<Style> on(Session session) {
    var styles = EnumSet.copyOf(wanted);
    if (session.outColours() == Colours.NONE) {
      styles.remove(Style.COLOURS);
    }
    return styles;
  }
}
