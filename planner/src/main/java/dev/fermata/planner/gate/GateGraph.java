package dev.fermata.planner.gate;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.ready.Readiness;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.request.UpOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.function.Function;

/**
 * Services, what is depended on first, and the gates between them: a picture of what waits for
 * what, for whoever wants to show it.
 */
public record GateGraph(SequencedSet<ServiceName> services, List<Gate> gates) {

  /**
   * {@code dependant} waits for {@code service}; without a rule, for its bare start. {@code
   * readiness} is what the file says that makes it ready, where it says so.
   */
  public record Gate(
      ServiceName dependant,
      ServiceName service,
      Optional<GateRule> rule,
      Optional<Readiness> readiness,
      boolean required) {

    /** Whether this one is passed whenever the other is. */
    private boolean followsFrom(Gate other) {
      boolean sameRule = rule.isEmpty() || rule.equals(other.rule);
      boolean weakerRule =
          rule.equals(Optional.of(GateRule.READY))
              && other.rule.equals(Optional.of(GateRule.HEALTHY));
      return (sameRule || weakerRule) && (other.required || !required);
    }
  }

  public GateGraph {
    services = new LinkedHashSet<>(services);
    gates = List.copyOf(gates);
  }

  /** The services named and all that they depend on, or all services; without circles. */
  public static GateGraph of(Project project, Set<ServiceName> named, UpOptions.Gates gates) {
    var graph = ServiceGraph.of(project);
    var shown = new LinkedHashSet<>(graph.order());
    if (!named.isEmpty()) {
      shown.retainAll(graph.withDependencies(named));
    }
    var found = new ArrayList<Gate>();
    for (ServiceName name : shown) {
      for (Dependency needed : graph.dependencies(name)) {
        Optional<GateRule> rule = GateRule.of(needed, gates);
        found.add(
            new Gate(
                name, needed.service(), rule, readiness(project, needed, rule), needed.required()));
      }
    }
    return new GateGraph(shown, found);
  }

  private static Optional<Readiness> readiness(
      Project project, Dependency needed, Optional<GateRule> rule) {
    return Optional.ofNullable(project.services().get(needed.service()))
        .filter(service -> rule.filter(it -> it != GateRule.COMPLETED).isPresent())
        .flatMap(Service::readiness);
  }

  /** The services that nothing here depends on. */
  public List<ServiceName> roots() {
    return services.stream().filter(name -> gatesOf(name).isEmpty()).sorted().toList();
  }

  /** What a service waits for. */
  public List<Gate> before(ServiceName dependant) {
    return gates.stream().filter(gate -> gate.dependant().equals(dependant)).toList();
  }

  /** Who waits for a service. */
  private List<Gate> gatesOf(ServiceName service) {
    return gates.stream().filter(gate -> gate.service().equals(service)).toList();
  }

  /** The same without the gates that others see to: a dependency has passed one as strict. */
  public GateGraph reduced() {
    Map<ServiceName, Set<ServiceName>> below = new HashMap<>();
    for (ServiceName name : services) {
      var reached = new LinkedHashSet<ServiceName>();
      for (Gate gate : before(name)) {
        reached.add(gate.service());
        reached.addAll(below.getOrDefault(gate.service(), Set.of()));
      }
      below.put(name, reached);
    }
    return new GateGraph(
        services,
        gates.stream()
            .filter(gate ->
                gatesOf(gate.service()).stream()
                    .noneMatch(other ->
                        gate.followsFrom(other)
                            && below
                                .getOrDefault(gate.dependant(), Set.of())
                                .contains(other.dependant())))
            .toList());
  }

  /**
   * The gates on the chains that took longest from their first start to their last, given how long
   * each gate was waited for; none where nothing was waited for.
   */
  public Set<Gate> critical(Function<Gate, Duration> waited) {
    Map<ServiceName, Duration> until = new HashMap<>();
    for (ServiceName name : services) {
      until.put(name, longest(before(name), waited, Gate::service, until));
    }
    Map<ServiceName, Duration> after = new HashMap<>();
    for (ServiceName name : new ArrayList<>(services).reversed()) {
      after.put(name, longest(gatesOf(name), waited, Gate::dependant, after));
    }
    Duration whole = until.values().stream().max(Duration::compareTo).orElse(Duration.ZERO);
    var critical = new LinkedHashSet<Gate>();
    for (Gate gate : gates) {
      Duration through =
          time(until, gate.service()).plus(waited.apply(gate)).plus(time(after, gate.dependant()));
      if (!whole.isZero() && through.equals(whole)) {
        critical.add(gate);
      }
    }
    return critical;
  }

  private static Duration longest(
      Collection<Gate> gates,
      Function<Gate, Duration> waited,
      Function<Gate, ServiceName> other,
      Map<ServiceName, Duration> known) {
    return gates.stream()
        .map(gate -> time(known, other.apply(gate)).plus(waited.apply(gate)))
        .max(Duration::compareTo)
        .orElse(Duration.ZERO);
  }

  private static Duration time(Map<ServiceName, Duration> known, ServiceName name) {
    return known.getOrDefault(name, Duration.ZERO);
  }
}
