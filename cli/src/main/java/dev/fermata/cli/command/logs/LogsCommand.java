package dev.fermata.cli.command.logs;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Moment;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.LogStyles;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.LogPrinter;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Scope;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.logs.LogPrint;
import dev.fermata.runner.logs.LogQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Shows what containers say; labels are enough. */
public final class LogsCommand implements Command {
  private static final Flag<Boolean> FOLLOW =
      Flag.off("Stay and show what comes", "-f", "--follow");
  private static final Flag<Boolean> TIMESTAMPS =
      Flag.off("Print the time of each line", "-t", "--timestamps");
  private static final Flag<OptionalInt> INDEX =
      Flag.number("N", "Only the container of this number, of one service", "--index");
  private static final Flag<OptionalInt> TAIL =
      Flag.text("N", "Only the last lines of each container; all", "-n", "--tail")
          .offering("all")
          .as((flag, lines) -> tail(flag, lines.orElse("all")));
  private static final Flag<Boolean> JSON =
      Flag.off("An object per line: time, service, container, index, stream, line", "--json");
  private static final Flag<Optional<Moment>> SINCE =
      Moment.flag("Only lines since then: 10m, 2026-01-31, 2026-01-31T12:00:00Z", "--since");
  private static final Flag<Optional<Moment>> UNTIL =
      Moment.flag("Only lines before then; with --follow, end there", "--until");

  @Override
  public String summary() {
    return "Show what containers say";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("logs -f --since 10m web", "What `web` has said lately, and says from now on"),
        new Example("logs --json --until 1h", "All up to an hour ago, for programs"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(
        FOLLOW,
        TIMESTAMPS,
        LogStyles.NO_COLOR,
        LogStyles.NO_LOG_PREFIX,
        INDEX,
        TAIL,
        JSON,
        SINCE,
        UNTIL);
  }

  /** What is printed of a line. */
  private enum Shape {
    TEXT,
    OBJECT
  }

  /** What the flags say. */
  private record Asked(
      List<String> services,
      boolean follow,
      LogStyles styles,
      Shape shape,
      OptionalInt index,
      OptionalInt tail,
      Optional<Moment> since,
      Optional<Moment> until) {}

  @Override
  public Call read(Arguments given) {
    var asked =
        new Asked(
            given.operands(),
            given.has(FOLLOW),
            LogStyles.of(given, TIMESTAMPS),
            given.has(JSON) ? Shape.OBJECT : Shape.TEXT,
            given.get(INDEX),
            given.get(TAIL),
            given.get(SINCE),
            given.get(UNTIL));
    return session -> run(session, asked);
  }

  private static Ending run(Session session, Asked asked) {
    Optional<Instant> since = asked.since().map(moment -> moment.seenAt(session.now()));
    Optional<Instant> until = asked.until().map(moment -> moment.seenAt(session.now()));
    Target target = new Projects(session).target();
    SortedSet<ServiceName> services = services(session, target, asked.services());
    if (services.isEmpty() && target.project().isPresent()) {
      return Ending.SUCCEEDED;
    }
    var query = new LogQuery(target.name(), services, asked.tail(), since);
    Optional<String> only = container(session, target, asked);
    EventSink printer = printer(session, target, asked, query, only);
    EventSink sink =
        event -> {
          if (only.isEmpty() || isOf(only.get(), event)) {
            accept(session, printer, until, event);
          }
        };
    if (asked.follow() && until.stream().noneMatch(end -> end.isBefore(session.now()))) {
      return new LogsToCome(session, query, until).show(sink);
    }
    new LogPrint(session.engine(), sink).print(query);
    return Ending.SUCCEEDED;
  }

  private static EventSink printer(
      Session session, Target target, Asked asked, LogQuery query, Optional<String> only) {
    if (asked.shape() == Shape.OBJECT) {
      return new LogObjects(target.name(), session.out());
    }
    var streams = new LogPrinter.Streams(session.out(), session.err());
    var printer = new LogPrinter(target.name(), asked.styles().on(session), streams);
    session.engine().system().observe(ObserveRequest.of(target.name())).containers().stream()
        .filter(container -> isWanted(query, container))
        .filter(container -> only.isEmpty() || only.get().equals(container.name()))
        .forEach(container -> printer.announce(container.name()));
    return printer;
  }

  /** The name of the container that {@code --index} asks for; Docker Compose counts from 1. */
  private static Optional<String> container(Session session, Target target, Asked asked) {
    OptionalInt index = asked.index();
    if (index.isEmpty() || index.getAsInt() <= 0) {
      return Optional.empty();
    }
    List<String> named = asked.services();
    if (named.size() != 1) {
      throw new Misuse(ComposeSentences.INDEX_NEEDS_A_SERVICE);
    }
    return Optional.of(
        session.engine().system().observe(ObserveRequest.of(target.name())).containers().stream()
            .filter(container -> !container.oneOff())
            .filter(container -> container.service().text().equals(named.getFirst()))
            .filter(container -> container.number() == index.getAsInt())
            .map(ObservedContainer::name)
            .findFirst()
            .orElseThrow(() ->
                EarlyEnd.refused(
                    ComposeSentences.notRunning(named.getFirst(), index.getAsInt()),
                    "`ps --all " + named.getFirst() + "` lists its containers")));
  }

  private static boolean isOf(String container, Event event) {
    if (event instanceof Event.LogLine line) {
      return line.container().equals(container);
    }
    return event instanceof Event.ContainerEnded ended && ended.container().equals(container);
  }

  private static boolean isWanted(LogQuery query, ObservedContainer container) {
    return !container.oneOff()
        && (query.services().isEmpty() || query.services().contains(container.service()));
  }

  /**
   * Whom the command is about; without names, those that ask not to be shown ({@code attach:
   * false}) are left out. Empty without a model: everybody.
   */
  private static SortedSet<ServiceName> services(
      Session session, Target target, List<String> names) {
    SortedSet<ServiceName> named = KnownServices.of(session, target, names);
    if (!named.isEmpty() || target.project().isEmpty()) {
      return named;
    }
    Project project = target.project().get();
    Scope scope = target.scope(named);
    var shown = new TreeSet<>(project.services().keySet());
    shown.removeIf(name -> !scope.includes(name) || !project.service(name).lifecycle().attach());
    return shown;
  }

  private static OptionalInt tail(String flag, String text) {
    if (text.equals("all")) {
      return OptionalInt.empty();
    }
    try {
      int lines = Integer.parseInt(text);
      return lines < 0 ? OptionalInt.empty() : OptionalInt.of(lines);
    } catch (NumberFormatException e) {
      throw new Misuse("`" + flag + "` takes a number of lines or `all`, not `" + text + "`");
    }
  }

  private static void accept(
      Session session, EventSink printer, Optional<Instant> until, Event event) {
    if (event instanceof Event.Notice notice) {
      session.err().println(notice.text());
      return;
    }
    boolean late =
        event instanceof Event.LogLine line
            && until.isPresent()
            && line.line().time().isAfter(until.get());
    if (!late) {
      printer.accept(event);
    }
  }
}
