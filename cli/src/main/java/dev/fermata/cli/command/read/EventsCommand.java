package dev.fermata.cli.command.read;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.grammar.Moment;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.engine.listing.EventWindow;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Shows what happens to the containers of a project, until it is ended. */
public final class EventsCommand implements Command {
  private static final Flag<Boolean> JSON = Flag.off("An object per line", "--json");
  private static final Flag<Optional<Moment>> SINCE =
      Moment.flag("From then on: 10m, 2026-01-31, 2026-01-31T12:00:00Z; now", "--since");
  private static final Flag<Optional<Moment>> UNTIL = Moment.flag("Until then, and end", "--until");

  @Override
  public String summary() {
    return "Show what happens to containers";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(JSON, SINCE, UNTIL);
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("events --json", "What happens from now on, for programs"),
        new Example("events --since 10m --until 0s web", "The last ten minutes of one service"));
  }

  /** How an event is written. */
  private enum Shape {
    TEXT,
    JSON
  }

  @Override
  public Call read(Arguments given) {
    List<String> services = given.operands();
    Shape shape = given.has(JSON) ? Shape.JSON : Shape.TEXT;
    Optional<Moment> since = given.get(SINCE);
    Optional<Moment> until = given.get(UNTIL);
    return session -> {
      Target target = new Projects(session).seen(services);
      Set<ServiceName> known = KnownServices.of(session, target, services);
      EventWindow window = window(session.now(), since, until);
      try (var events = session.engine().events().of(target.name(), window)) {
        return show(session, events, known, shape);
      }
    };
  }

  private static EventWindow window(Instant now, Optional<Moment> since, Optional<Moment> until) {
    Optional<Instant> begin = since.map(moment -> moment.seenAt(now));
    Optional<Instant> end = until.map(moment -> moment.seenAt(now));
    if (begin.isPresent() && end.isPresent() && end.get().isBefore(begin.get())) {
      throw new Misuse("`--until` is a time before `--since`: nothing is between them");
    }
    return new EventWindow(begin, end);
  }

  private static Ending show(
      Session session, EventStream events, Set<ServiceName> services, Shape shape) {
    Cancellation cancellation = session.cancellation();
    var leaving = cancellation.subscribe(stage -> events.close());
    try {
      print(session, events, services, shape);
    } finally {
      leaving.close();
    }
    return cancellation.stage() == Stage.NONE ? Ending.SUCCEEDED : new Ending.Interrupted();
  }

  /** Until there are no more, or nobody reads them any more, as behind {@code | head}. */
  private static void print(
      Session session, EventStream events, Set<ServiceName> services, Shape shape) {
    Optional<EngineEvent> next = events.next();
    while (next.isPresent()) {
      if (isWanted(next.get(), services)) {
        session.out().println(text(next.get(), shape));
      }
      if (session.out().checkError()) {
        return;
      }
      next = events.next();
    }
  }

  private static String text(EngineEvent event, Shape shape) {
    return switch (shape) {
      case TEXT -> EventText.line(event) + "\n";
      case JSON -> EventText.json(event);
    };
  }

  private static boolean isWanted(EngineEvent event, Set<ServiceName> services) {
    String service = event.attributes().getOrDefault(Labels.SERVICE, "");
    boolean isOneOff = "True".equalsIgnoreCase(event.attributes().get(Labels.ONE_OFF));
    return !isOneOff && (services.isEmpty() || services.contains(new ServiceName(service)));
  }
}
