package dev.fermata.runner.watch;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.request.OrphanPolicy;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.RestartOptions;
import dev.fermata.planner.request.StartOptions;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.AnonymousVolumes;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Recreate;
import dev.fermata.planner.request.UpOptions.Selection;
import dev.fermata.planner.request.UpOptions.Start;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The requests that make services anew, and when their images are there. */
final class Rebuild {
  private Rebuild() {}

  /** These services, and nothing of what they depend on; their images in any case. */
  static Request.Up of(Request.Up brought, SortedSet<ServiceName> services) {
    UpOptions options = brought.options();
    return new Request.Up(
        brought.project(),
        options
            .withSelection(new Selection(services, Dependencies.WITHOUT))
            .withRecreation(
                new UpOptions.Recreation(
                    Recreate.FORCE,
                    Recreate.DIVERGED,
                    AnonymousVolumes.INHERIT,
                    options.recreation().stopTimeout(),
                    Set.of()))
            .withImages(new UpOptions.Images(Building.ALWAYS, Optional.empty()))
            .withStarting(
                new UpOptions.Starting(
                    Start.STARTED, options.starting().gates(), UpOptions.Waiting.USUAL))
            .withOrphans(OrphanPolicy.IGNORE));
  }

  /**
   * What is to follow, among the containers that are there: services that run and ask to be
   * restarted with these, and such that depend on these and have never been started, since their
   * last start may have held them back.
   */
  static List<Request> following(
      Request.Up brought, SortedSet<ServiceName> services, List<ObservedContainer> there) {
    Project project = brought.project();
    SortedSet<ServiceName> restarted = dependants(project, services, Dependency::restart);
    restarted.retainAll(in(ContainerState.RUNNING, there));
    SortedSet<ServiceName> held = new TreeSet<>();
    for (var next = services; held.addAll(dependants(project, next, any -> true)); ) {
      next = new TreeSet<>(held);
    }
    held.removeAll(services);
    held.retainAll(in(ContainerState.CREATED, there));
    var gates = brought.options().starting().gates();
    var requests = new ArrayList<Request>();
    if (!restarted.isEmpty()) {
      var options =
          new RestartOptions(
              restarted,
              RestartOptions.Followers.RESTART,
              gates,
              brought.options().recreation().stopTimeout());
      requests.add(new Request.Restart(brought.target(), options));
    }
    if (!held.isEmpty()) {
      requests.add(
          new Request.Start(
              brought.target(), new StartOptions(held, gates, UpOptions.Waiting.USUAL)));
    }
    return requests;
  }

  private static SortedSet<ServiceName> in(ContainerState state, List<ObservedContainer> there) {
    return there.stream()
        .filter(container -> container.state().equals(state) && !container.oneOff())
        .map(ObservedContainer::service)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static SortedSet<ServiceName> dependants(
      Project project, SortedSet<ServiceName> services, Predicate<Dependency> wanted) {
    return project.services().values().stream()
        .filter(service -> !services.contains(service.name()))
        .filter(service ->
            service.lifecycle().dependencies().stream()
                .anyMatch(it -> services.contains(it.service()) && wanted.test(it)))
        .map(Service::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Tells once when all images of a plan have been built; hands on all that happens. */
  static EventSink tellingBuilt(EventSink sink, Runnable built) {
    var left = new AtomicInteger();
    return event -> {
      sink.accept(event);
      if (event instanceof Event.PlanBegun begun) {
        long builds =
            begun.plan().steps().stream()
                .filter(step -> step.action() instanceof Action.BuildImage)
                .count();
        left.set((int) builds);
      }
      if (event instanceof Event.StepEnded ended
          && ended.step().action() instanceof Action.BuildImage
          && ended.outcome() instanceof Outcome.Done
          && left.decrementAndGet() == 0) {
        built.run();
      }
    };
  }
}
