package dev.fermata.planner.command;

import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.hook.InitRuns;
import dev.fermata.planner.hook.InitRuns.Company;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.AnonymousVolumes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs before services start, for a command that makes nothing: {@code create} has made it,
 * and it can be run once.
 */
final class ExistingInit {
  static final ExistingInit NONE = new ExistingInit(Map.of(), List.of());
  private static final Reason REASON = new Reason.Asked("pre_start");

  /** One that is there, and when it runs. */
  private record Ready(ObservedContainer container, InitRuns.Run run) {}

  /** What a service runs. */
  private record OfService(InitRuns runs, List<Ready> ready) {}

  private final Map<ServiceName, OfService> services;
  private final List<Problem> problems;

  private ExistingInit(Map<ServiceName, OfService> services, List<Problem> problems) {
    this.services = Map.copyOf(services);
    this.problems = List.copyOf(problems);
  }

  /** {@code starting} are the containers that are to start. */
  static ExistingInit of(ExistingContainers existing, Collection<ObservedContainer> starting) {
    Map<ServiceName, OfService> services = new HashMap<>();
    List<Problem> problems = new ArrayList<>();
    for (ServiceName name : existing.graph().order()) {
      List<ObservedContainer> replicas =
          existing.inventory().replicas(name).stream().filter(starting::contains).toList();
      Optional<Service> service = existing.service(name);
      if (service.isPresent() && !replicas.isEmpty()) {
        InitRuns runs = runs(existing, service.get(), replicas);
        services.put(name, new OfService(runs, ready(existing, name, runs, problems)));
      }
    }
    return new ExistingInit(services, problems);
  }

  private static InitRuns runs(
      ExistingContainers existing, Service service, List<ObservedContainer> starting) {
    boolean runs =
        existing.inventory().replicas(service.name()).stream()
            .anyMatch(container -> container.state().mayRun());
    return new InitRuns(
        existing.name(),
        service,
        starting.stream().map(ObservedContainer::ref).toList(),
        runs ? Company.BESIDE_RUNNING : Company.ALONE);
  }

  private static List<Ready> ready(
      ExistingContainers existing, ServiceName service, InitRuns runs, List<Problem> problems) {
    List<Ready> ready = new ArrayList<>();
    for (InitRuns.Run run : runs.all()) {
      Optional<ObservedContainer> there = made(existing, service, run);
      if (there.isEmpty()) {
        problems.add(missing(service, run));
        return ready;
      }
      ready.add(new Ready(there.get(), run));
    }
    return ready;
  }

  private static Optional<ObservedContainer> made(
      ExistingContainers existing, ServiceName service, InitRuns.Run run) {
    return existing.inventory().hooks(service).stream()
        .filter(it -> it.name().equals(run.container().name()))
        .filter(it -> it.state().equals(ContainerState.CREATED))
        .findFirst();
  }

  private static Problem missing(ServiceName service, InitRuns.Run run) {
    return new Problem(
        ComposeSentences.noHookContainer(service, run.index())
            + ": it has been run, and is gone with that",
        "`up %1$s`, as `docker compose up %1$s`, runs it anew and starts the service"
            .formatted(service));
  }

  List<Problem> problems() {
    return problems;
  }

  /** {@code first} is what a service waits for. */
  void add(StepList steps, ServiceName service, List<Fact> first) {
    OfService own = services.get(service);
    if (own == null) {
      return;
    }
    for (Ready one : own.ready()) {
      var action = new Action.RunInitContainer(one.container().ref(), service, one.run().index());
      steps.add(
          Draft.of(action, REASON)
              .requiring(first)
              .requiring(one.run().after())
              .providing(one.run().done()));
      var remove =
          new Action.RemoveContainer(one.container().ref(), service, AnonymousVolumes.REMOVE);
      steps.add(Draft.of(remove, REASON).requiring(one.run().done()));
    }
  }

  /** What has to be so before a container starts. */
  List<Fact> before(ObservedContainer container) {
    OfService own = services.get(container.service());
    return own == null ? List.of() : own.runs().before(container.ref());
  }
}
