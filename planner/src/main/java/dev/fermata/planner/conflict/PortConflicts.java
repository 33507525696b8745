package dev.fermata.planner.conflict;

import dev.fermata.model.PortMapping;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Span;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/**
 * Ports of the host that two containers are to have, or that one has already. Only what no engine
 * would grant is refused; where it depends on the engine, the engine is asked.
 */
public final class PortConflicts {
  private final FinalState state;
  private final List<Claim> wanted = new ArrayList<>();
  private final SequencedSet<PortProblem> problems = new LinkedHashSet<>();
  private final List<Problem> narrow = new ArrayList<>();

  /** A port that a container of a service is to have from its start on. */
  private record Claim(Service service, int count, HostPort port) {
    boolean isOf(ServiceName holder) {
      return service.name().equals(holder);
    }
  }

  private PortConflicts(FinalState state) {
    this.state = state;
  }

  public static List<Problem> in(FinalState state) {
    var conflicts = new PortConflicts(state);
    state.running().stream().filter(ServiceDecision::starts).forEach(conflicts::add);
    List<ObservedContainer> staying =
        Stream.concat(
                state.running().stream().flatMap(PortConflicts::kept), state.untouched().stream())
            .toList();
    conflicts.wanted.forEach(
        claim -> staying.forEach(container -> conflicts.held(claim, container)));
    return Stream.concat(PortProblem.folded(conflicts.problems).stream(), conflicts.narrow.stream())
        .toList();
  }

  private static Stream<ObservedContainer> kept(ServiceDecision decision) {
    return decision.decisions().stream()
        .filter(Decision.Keep.class::isInstance)
        .flatMap(of -> of.there().stream());
  }

  private void add(ServiceDecision decision) {
    Service service = decision.service();
    List<HostPort> ports = HostPort.fixed(state.input().project(), service);
    long starting =
        decision.decisions().stream().filter(Decision.Starting.class::isInstance).count();
    for (HostPort port : ports) {
      if (starting > 1) {
        problems.add(forOne(service, FinalState.count(decision), port));
      }
      if (timesPublished(service, port) > 1) {
        problems.add(twiceInOne(service, port));
      }
      wanted.stream()
          .filter(claim -> claim.port().collides(port))
          .findFirst()
          .ifPresent(claim -> problems.add(twice(claim.service(), service, port)));
    }
    ports.forEach(port -> wanted.add(new Claim(service, FinalState.count(decision), port)));
    if (HostPort.publishes(state.input().project(), service)) {
      ranges(service, FinalState.count(decision));
    }
  }

  private static long timesPublished(Service service, HostPort port) {
    return service.networking().ports().stream()
        .filter(HostPort::isFixed)
        .filter(mapping -> HostPort.of(mapping).equals(port))
        .map(PortMapping::target)
        .distinct()
        .count();
  }

  private static PortProblem forOne(Service service, int count, HostPort port) {
    return new PortProblem(
        FinalState.wanting(service, count) + ", and only one can publish port `{}`",
        "publish a range for one port (`8080-8090:80`), or the container's port alone: the engine"
            + " picks one then",
        place(service, port),
        port);
  }

  private static PortProblem twiceInOne(Service service, HostPort port) {
    return new PortProblem(
        "`%s` publishes port `{}` for two of its ports".formatted(service.name()),
        "publish one of them as another port",
        place(service, port),
        port);
  }

  private static PortProblem twice(Service first, Service second, HostPort port) {
    return new PortProblem(
        "`%s` and `%s` both publish port `{}`".formatted(first.name(), second.name()),
        "publish one of them as another port",
        SourceSpans.joined(place(first, port), place(second, port)),
        port);
  }

  private static List<Span> place(Service service, HostPort port) {
    return SourceSpans.ofPort(service, Integer.toString(port.port()));
  }

  /** Of a range each container takes one port for each of its own ports. */
  private void ranges(Service service, int count) {
    for (PortMapping mapping : service.networking().ports()) {
      Optional<String> range = mapping.published().filter(text -> text.contains("-"));
      int size = range.map(HostPort::size).orElse(Integer.MAX_VALUE);
      if (count > size) {
        narrow.add(
            new Problem(
                "%s, and `%s` has ports for %d"
                    .formatted(FinalState.wanting(service, count), range.orElseThrow(), size),
                "publish a wider range, or the container's port alone: the engine picks one then",
                SourceSpans.ofPort(service, range.orElseThrow())));
      }
    }
  }

  private boolean isReplica(Claim claim, ObservedContainer holder) {
    boolean isOurs = state.input().isOurs(holder.labels());
    boolean isReplica = !holder.oneOff() && !state.input().isRunOnce(claim.service());
    return isOurs && isReplica && claim.isOf(holder.service());
  }

  private void held(Claim claim, ObservedContainer holder) {
    boolean taken = HostPort.heldBy(holder).stream().anyMatch(claim.port()::collides);
    if (taken && isReplica(claim, holder)) {
      problems.add(forOne(claim.service(), claim.count(), claim.port()));
    } else if (taken) {
      problems.add(
          new PortProblem(
              "service `%s` cannot publish port `{}`: it is already allocated to %s"
                  .formatted(claim.service().name(), state.named(holder)),
              state.isOrphan(holder)
                  ? state.removal(holder)
                  : "stop that one, or publish another port",
              place(claim.service(), claim.port()),
              claim.port()));
    }
  }
}
