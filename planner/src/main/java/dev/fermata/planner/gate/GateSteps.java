package dev.fermata.planner.gate;

import dev.fermata.model.Checks;
import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Health;
import dev.fermata.model.ServiceName;
import dev.fermata.model.ready.Readiness;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Action.Gate;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Probe;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.request.UpOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Gates: one for each service and rule that something waits for which has to start. A command that
 * starts nothing has none.
 */
public final class GateSteps {

  /** Which gate of a service. */
  private record Key(GateRule rule, boolean optional) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int byRule = rule.compareTo(other.rule);
      return byRule != 0 ? byRule : Boolean.compare(optional, other.optional);
    }

    Fact of(ServiceName service) {
      return Fact.ready(service, rule + (optional ? " or not" : ""));
    }
  }

  /** A service on its way, and its containers as they will be. */
  public record Opening(
      ServiceName service, Optional<Checks> checks, List<ContainerRef> containers) {
    private Optional<Readiness> readiness() {
      return checks.flatMap(Checks::readiness);
    }

    /** Whether there is nothing to be asked, and the file wants it so. */
    private boolean isUnchecked() {
      boolean disabled = checks.flatMap(Checks::health).filter(Health::isDisabled).isPresent();
      return disabled && readiness().isEmpty();
    }

    private List<Fact> started() {
      return containers.stream().map(Fact::runs).toList();
    }
  }

  private final Map<ServiceName, SortedMap<Key, SortedSet<ServiceName>>> waiting = new HashMap<>();
  private final Map<ServiceName, Set<Key>> made = new HashMap<>();
  private final Map<ServiceName, Opening> openings = new HashMap<>();
  private final StepList steps;
  private final ServiceGraph graph;
  private final UpOptions.Gates gates;
  private final Optional<Duration> deadline;

  public GateSteps(StepList steps, ServiceGraph graph, UpOptions.Starting starting) {
    this.steps = steps;
    this.graph = graph;
    this.gates = starting.gates();
    this.deadline = starting.waiting().timeout();
  }

  /** Says beforehand that a service has to start, so that a gate knows all who wait. */
  public void expect(ServiceName starting) {
    graph.dependencies(starting).forEach(dependency -> expect(starting, dependency));
  }

  /**
   * A job that runs again is awaited for those too that run already: that it fails must not go
   * unnoticed.
   */
  public void expectEnd(ServiceName job, Set<ServiceName> selected) {
    for (ServiceGraph.Edge edge : graph.dependants(job)) {
      if (edge.dependency().condition() == Condition.COMPLETED
          && selected.contains(edge.dependant())) {
        expect(edge.dependant(), edge.dependency());
      }
    }
  }

  private void expect(ServiceName starting, Dependency dependency) {
    key(dependency)
        .ifPresent(key ->
            waiting
                .computeIfAbsent(dependency.service(), name -> new TreeMap<>())
                .computeIfAbsent(key, k -> new TreeSet<>())
                .add(starting));
  }

  private Optional<Key> key(Dependency dependency) {
    return GateRule.of(dependency, gates).map(rule -> new Key(rule, !dependency.required()));
  }

  /** Adds the gates of a service. */
  public void open(Opening opening) {
    openings.put(opening.service(), opening);
    if (!opening.containers().isEmpty()) {
      waiting
          .getOrDefault(opening.service(), new TreeMap<>())
          .forEach((key, who) -> add(opening, key, who));
    }
  }

  private void add(Opening opening, Key key, SortedSet<ServiceName> who) {
    if (key.rule() == GateRule.READY && opening.isUnchecked()) {
      return;
    }
    Gate gate = new Gate(who, probes(opening, key, who), deadline, key.optional());
    var action = new Action.Await(opening.service(), key.rule(), opening.containers(), gate);
    steps.add(
        Draft.of(action, new Reason.Gates(who))
            .requiring(opening.started())
            .providing(key.of(opening.service())));
    made.computeIfAbsent(opening.service(), name -> new HashSet<>()).add(key);
  }

  /**
   * In Docker Compose's place the caller's own wait ends by the engine's word, since what follows
   * it reads the engine's word, too: {@code up --wait && docker ps --filter health=healthy}. Where
   * the file says what makes it ready, the engine's word is not what its author has in mind.
   */
  private List<Probe> probes(Opening opening, Key key, Set<ServiceName> who) {
    boolean byEngine =
        gates == UpOptions.Gates.COMPOSE && who.isEmpty() && opening.readiness().isEmpty();
    return byEngine ? List.of() : key.rule().probes(opening.readiness());
  }

  /** What has to be so before a service may start. */
  public List<Fact> before(ServiceName service) {
    List<Fact> before = new ArrayList<>();
    for (Dependency dependency : graph.dependencies(service)) {
      Opening opening = openings.get(dependency.service());
      if (opening == null) {
        continue;
      }
      key(dependency)
          .filter(key -> isMade(dependency.service(), key))
          .map(key -> key.of(dependency.service()))
          .ifPresentOrElse(before::add, () -> before.addAll(opening.started()));
    }
    return before;
  }

  private boolean isMade(ServiceName service, Key key) {
    return made.getOrDefault(service, Set.of()).contains(key);
  }

  /** The gate of the caller ({@code --wait}); one that waits for a job's end is enough. */
  public void await(ServiceName service) {
    Opening opening = openings.get(service);
    boolean isJob = isMade(service, new Key(GateRule.COMPLETED, false));
    if (opening != null && !isJob) {
      add(opening, new Key(GateRule.READY_OR_COMPLETED, false), new TreeSet<>());
    }
  }
}
