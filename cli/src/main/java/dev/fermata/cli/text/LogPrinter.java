package dev.fermata.cli.text;

import dev.fermata.model.Naming;
import dev.fermata.model.ProjectName;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Prints what containers say, each stream to ours of the same kind, each line behind the name of
 * its container; names are as wide as the widest so far, colours go round.
 */
public final class LogPrinter implements EventSink {
  private static final String[] COLOURS = {
    "36", "33", "32", "35", "34", "96", "93", "92", "95", "94"
  };

  /** Behind the name of the container that a hook is run in. */
  private static final String HOOK = " ->";

  /** How lines look. */
  public enum Style {
    COLOURS,
    PREFIX,
    TIMESTAMPS
  }

  private final ProjectName project;
  private final Set<Style> styles;
  private final Streams streams;
  private final Map<String, String> colours = new LinkedHashMap<>();
  private int width;

  /** Where lines go. */
  public record Streams(PrintStream out, PrintStream err) {
    private PrintStream of(LogStream.Origin origin) {
      return switch (origin) {
        case STDOUT -> out;
        case STDERR -> err;
      };
    }
  }

  public LogPrinter(ProjectName project, Set<Style> styles, Streams streams) {
    this.project = project;
    this.styles = Set.copyOf(styles);
    this.streams = streams;
  }

  /** Makes room for a name before its first line. */
  public synchronized void announce(String container) {
    width = Math.max(width, name(container).length());
    colours.computeIfAbsent(container, key -> COLOURS[colours.size() % COLOURS.length]);
  }

  @Override
  public synchronized void accept(Event event) {
    if (event instanceof Event.LogLine line) {
      announce(line.container());
      print(
          streams.of(line.line().origin()),
          prefix(line.container(), "") + stamp(line.line()) + line.line().text());
    }
    if (event instanceof Event.HookLine line) {
      announce(line.source());
      width = Math.max(width, name(line.source()).length() + HOOK.length());
      print(streams.out(), prefix(line.source(), HOOK) + line.text());
    }
    if (event instanceof Event.WatchLine line) {
      print(streams.out(), watching() + line.text());
    }
    if (event instanceof Event.ContainerEnded ended) {
      print(
          streams.out(),
          name(ended.container())
              + " exited with code "
              + ended.exitCode()
              + (ended.restarting() ? " (restarting)" : ""));
    }
    if (event instanceof Event.Attached attached) {
      attached.containers().forEach(this::announce);
      print(
          streams.out(),
          "Attaching to "
              + attached.containers().stream().map(this::name).collect(Collectors.joining(", ")));
    }
  }

  private static void print(PrintStream stream, String line) {
    stream.println(line);
    stream.flush();
  }

  private String prefix(String container, String mark) {
    if (!styles.contains(Style.PREFIX)) {
      return "";
    }
    String name = name(container) + mark;
    String padded = name + " ".repeat(width - name.length()) + "  | ";
    return styles.contains(Style.COLOURS)
        ? "\u001b[" + colours.get(container) + "m" + padded + "\u001b[0m"
        : padded;
  }

  /** Docker Compose's sign for a watch, where the names of containers end. */
  private String watching() {
    if (!styles.contains(Style.PREFIX)) {
      return "";
    }
    String sign = " ".repeat(width) + " ⦿ ";
    return styles.contains(Style.COLOURS) ? "\u001b[92m" + sign + "\u001b[0m" : sign;
  }

  private String stamp(LogStream.Line line) {
    return styles.contains(Style.TIMESTAMPS) ? line.time() + " " : "";
  }

  /** Without the project, which all of them have in common. */
  private String name(String container) {
    return Naming.withoutProject(project, container);
  }
}
