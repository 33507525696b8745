package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.LogPrinter;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.Target;
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
    var query = new LogQuery(target.name(), services(session, target), tail, since);
    LogPrinter printer = new LogPrinter(target.name().text(), LogStyles.of(session), session.out());
    session.engine().observe(ObserveRequest.of(target.name())).containers().stream()
        .filter(container -> isWanted(query, container))
        .forEach(container -> printer.announce(container.name()));
    EventSink sink = event -> accept(session, printer, until, event);
    if (given.has("--follow")) {
      return follow(session, query, sink);
    }
    new LogPrint(session.engine(), sink).print(query);
    return Ending.SUCCEEDED;
  }

  private static boolean isWanted(LogQuery query, ObservedContainer container) {
    return !container.oneOff()
        && (query.services().isEmpty() || query.services().contains(container.service()));
  }

  /** Without names all but those that ask not to be shown ({@code attach: false}). */
  private static SortedSet<ServiceName> services(Session session, Target target) {
    SortedSet<ServiceName> named = KnownServices.of(session, target);
    if (!named.isEmpty() || target.project().isEmpty()) {
      return named;
    }
    var services = target.project().get().services();
    if (services.values().stream().allMatch(service -> service.lifecycle().attach())) {
      return named;
    }
    var shown = new TreeSet<>(services.keySet());
    shown.removeIf(name -> !target.project().get().service(name).lifecycle().attach());
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
