package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.LogPrinter;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.Scope;
import dev.fermata.planner.Target;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.logs.LogFollower;
import dev.fermata.runner.logs.LogPrint;
import dev.fermata.runner.logs.LogQuery;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;
import picocli.CommandLine.Model.OptionSpec;

/** Shows what containers say; labels are enough. */
final class LogsCommand implements Command {

  @Override
  public String summary() {
    return "Show what containers say";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        flag("Stay and show what comes", "-f", "--follow"),
        flag("Print the time of each line", "-t", "--timestamps"),
        flag("Print no colours", "--no-color"),
        flag("Print no names before lines", "--no-log-prefix"),
        value("N", "Only the container of this number, of one service", "--index"),
        value("N", "Only the last lines of each container; all", "-n", "--tail"),
        value("TIME", "Only lines since then: 2026-01-31T12:00:00Z or 10m", "--since"),
        value("TIME", "Only lines before then", "--until"));
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    OptionalInt tail = tail(given.text("--tail").orElse("all"));
    Optional<Instant> since = Moment.of("--since", given, session.now());
    Optional<Instant> until = Moment.of("--until", given, session.now());
    Target target = new Projects(session).target();
    SortedSet<ServiceName> services = services(session, target);
    if (services.isEmpty() && target.project().isPresent()) {
      return Ending.SUCCEEDED;
    }
    var query = new LogQuery(target.name(), services, tail, since);
    Optional<String> only = container(session, target);
    LogPrinter printer = new LogPrinter(target.name(), LogStyles.of(session), session.out());
    session.engine().system().observe(ObserveRequest.of(target.name())).containers().stream()
        .filter(container -> isWanted(query, container))
        .filter(container -> only.isEmpty() || only.get().equals(container.name()))
        .forEach(container -> printer.announce(container.name()));
    EventSink sink =
        event -> {
          if (only.isEmpty() || isOf(only.get(), event)) {
            accept(session, printer, until, event);
          }
        };
    if (given.has("--follow")) {
      return follow(session, query, sink);
    }
    new LogPrint(session.engine(), sink).print(query);
    return Ending.SUCCEEDED;
  }

  /** The name of the container that {@code --index} asks for. */
  private static Optional<String> container(Session session, Target target) {
    OptionalInt index = session.given().number("--index");
    if (index.isEmpty() || index.getAsInt() == 0) {
      return Optional.empty();
    }
    List<String> named = session.given().positionals();
    if (named.size() != 1) {
      throw EarlyEnd.misused("--index requires one service to be selected");
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
  private static SortedSet<ServiceName> services(Session session, Target target) {
    SortedSet<ServiceName> named = KnownServices.of(session, target);
    if (!named.isEmpty() || target.project().isEmpty()) {
      return named;
    }
    Project project = target.project().get();
    Scope scope = target.scope(named);
    var shown = new TreeSet<>(project.services().keySet());
    shown.removeIf(name -> !scope.includes(name) || !project.service(name).lifecycle().attach());
    return shown;
  }

  private static OptionalInt tail(String text) {
    if (text.equals("all")) {
      return OptionalInt.empty();
    }
    try {
      int lines = Integer.parseInt(text);
      return lines < 0 ? OptionalInt.empty() : OptionalInt.of(lines);
    } catch (NumberFormatException e) {
      throw EarlyEnd.misused("`--tail` takes a number of lines or `all`, not `" + text + "`");
    }
  }

  private static void accept(
      Session session, LogPrinter printer, Optional<Instant> until, Event event) {
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

  private static Ending follow(Session session, LogQuery query, EventSink sink) {
    Cancellation cancellation = session.cancellation();
    try (var follower = LogFollower.open(session.engine(), sink, query)) {
      var leaving = cancellation.subscribe(stage -> follower.leave());
      try {
        follower.awaitAllEnded(() -> cancellation.stage() != Stage.NONE);
      } finally {
        leaving.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
    return cancellation.stage() == Stage.NONE ? Ending.SUCCEEDED : new Ending.Interrupted();
  }
}
