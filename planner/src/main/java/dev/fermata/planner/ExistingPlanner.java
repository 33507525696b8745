package dev.fermata.planner;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.RemoveOptions.Running;
import dev.fermata.planner.RestartOptions.Followers;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/** The plans of {@code stop}, {@code start}, {@code restart} and {@code rm}. */
final class ExistingPlanner {
  private static final Set<String> SHARING = Set.of("network_mode", "pid", "ipc");

  private final Existing existing;
  private final StepList steps;

  ExistingPlanner(Existing existing) {
    this.existing = existing;
    this.steps = new StepList(existing.name());
  }

  Plan stop(StopOptions options) {
    new OrderlyStops(steps, existing.graph(), options.timeout())
        .add(existing.of(options.services()), new Reason.Asked("stop"));
    return steps.plan();
  }

  Plan start(StartOptions options) {
    Jobs jobs = Jobs.of(existing.graph());
    Map<ObservedContainer, Reason> starting = new LinkedHashMap<>();
    for (ObservedContainer container : existing.of(withDependencies(options.services()))) {
      boolean named = options.services().contains(container.service());
      if (container.state().mayStart() && (named || !jobs.isDone(container))) {
        starting.put(container, new Reason.NotRunning(container.state()));
      }
    }
    var waits = new UpOptions.Starting(UpOptions.Start.STARTED, options.gates(), options.waiting());
    var gates = new GateSteps(steps, existing.graph(), waits);
    start(starting, gates, container -> new TreeSet<>());
    if (options.waiting().isPresent()) {
      existing.of(options.services()).stream()
          .map(ObservedContainer::service)
          .distinct()
          .forEach(gates::await);
    }
    return steps.plan();
  }

  private Set<ServiceName> withDependencies(Set<ServiceName> services) {
    return services.isEmpty() ? services : existing.graph().withDependencies(services);
  }

  Plan restart(RestartOptions options) {
    Map<ServiceName, Reason> reasons = restarted(options);
    Map<ObservedContainer, Reason> restarting = new LinkedHashMap<>();
    for (ServiceName service : existing.graph().order()) {
      Reason reason = reasons.get(service);
      for (ObservedContainer container : existing.inventory().replicas(service)) {
        if (reason != null && isRestarted(container, reason)) {
          restarting.put(container, reason);
        }
      }
    }
    var stops = new OrderlyStops(steps, existing.graph(), options.stopTimeout());
    stops.add(List.copyOf(restarting.keySet()), new Reason.Asked("restart"));
    var waits = new UpOptions.Starting(UpOptions.Start.STARTED, options.gates(), Optional.empty());
    start(restarting, new GateSteps(steps, existing.graph(), waits), stops::of);
    return steps.plan();
  }

  /** What does not run is started where the user asks for it, and not where it only follows. */
  private static boolean isRestarted(ObservedContainer container, Reason reason) {
    boolean asked = reason instanceof Reason.Asked;
    return StopSteps.isStoppable(container) || (asked && container.state().mayStart());
  }

  /** The services to restart, and why: those named, and what follows them. */
  private Map<ServiceName, Reason> restarted(RestartOptions options) {
    Map<ServiceName, Reason> reasons = new HashMap<>();
    Deque<ServiceName> open = new ArrayDeque<>();
    for (ServiceName service : existing.graph().order()) {
      if (options.services().isEmpty() || options.services().contains(service)) {
        reasons.put(service, new Reason.Asked("restart"));
        open.add(service);
      }
    }
    while (!open.isEmpty() && options.followers() == Followers.RESTART) {
      ServiceName service = open.remove();
      for (ServiceGraph.Edge edge : existing.graph().dependants(service)) {
        follow(edge)
            .filter(reason -> reasons.putIfAbsent(edge.dependant(), reason) == null)
            .ifPresent(reason -> open.add(edge.dependant()));
      }
    }
    return reasons;
  }

  /** What asks for it follows, and what shares a namespace, which is a new one after a restart. */
  private static Optional<Reason> follow(ServiceGraph.Edge edge) {
    Dependency dependency = edge.dependency();
    String shared = dependency.implied().filter(SHARING::contains).orElse("");
    if (!dependency.restart() && shared.isEmpty()) {
      return Optional.empty();
    }
    String by = shared.isEmpty() ? "depends_on" : shared;
    return Optional.of(new Reason.Follows(dependency.service(), by));
  }

  private void start(
      Map<ObservedContainer, Reason> starting,
      GateSteps gates,
      Function<ObservedContainer, SortedSet<Integer>> before) {
    starting.keySet().stream().map(ObservedContainer::service).distinct().forEach(gates::expect);
    for (ServiceName service : existing.graph().order()) {
      List<ObservedContainer> replicas = existing.inventory().replicas(service);
      SortedSet<Integer> starts = new TreeSet<>();
      for (ObservedContainer container : replicas) {
        Reason reason = starting.get(container);
        if (reason != null) {
          SortedSet<Integer> ready = new TreeSet<>(before.apply(container));
          ready.addAll(gates.before(service));
          ready.addAll(inject(container, reason));
          var action = new Action.StartContainer(container.ref(), service);
          starts.add(steps.add(action, reason, ready));
        }
      }
      List<ContainerRef> refs = replicas.stream().map(ObservedContainer::ref).toList();
      gates.open(new GateSteps.Opening(service, existing.health(service), refs, starts));
    }
  }

  /** A container that never ran may lack the files that its service is given. */
  private Set<Integer> inject(ObservedContainer container, Reason reason) {
    Optional<Project> project = existing.project();
    Optional<Service> service = project.map(p -> p.services().get(container.service()));
    if (container.state() != ContainerState.CREATED || service.isEmpty()) {
      return Set.of();
    }
    if (!Grants.haveContent(project.orElseThrow(), service.get())) {
      return Set.of();
    }
    var action = new Action.InjectFiles(container.ref(), project.orElseThrow(), service.get());
    return Set.of(steps.add(action, reason, Set.of()));
  }

  Plan rm(RemoveOptions options) {
    List<ObservedContainer> going =
        existing.of(options.services()).stream()
            .filter(c -> options.running() == Running.STOP || !StopSteps.isStoppable(c))
            .toList();
    Reason reason = new Reason.Asked("rm");
    var stops = new OrderlyStops(steps, existing.graph(), options.stopTimeout());
    stops.add(going, reason);
    for (ObservedContainer container : going) {
      var action =
          new Action.RemoveContainer(container.ref(), container.service(), options.volumes());
      steps.add(action, reason, stops.of(container));
    }
    if (!going.isEmpty()) {
      String names = going.stream().map(ObservedContainer::name).collect(joining(", "));
      steps.confirm("Remove " + names + "?");
    }
    return steps.plan();
  }
}
