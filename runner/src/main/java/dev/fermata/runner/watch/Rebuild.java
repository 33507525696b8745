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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

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
                new UpOptions.Starting(Start.STARTED, options.starting().gates(), Optional.empty()))
            .withOrphans(OrphanPolicy.IGNORE));
  }

  /**
   * What depends on these services and has been made, but never been started: their last start may
   * have held it back. Empty where there is nothing like that.
   */
  static Optional<Request.Start> ofHeldBack(
      Request.Up brought, SortedSet<ServiceName> services, List<ObservedContainer> there) {
    SortedSet<ServiceName> held = dependants(brought.project(), services);
    held.removeIf(name ->
        there.stream()
            .filter(container -> container.service().equals(name))
            .noneMatch(container -> container.state().equals(ContainerState.CREATED)));
    return held.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Request.Start(
                brought.target(),
                new StartOptions(held, brought.options().starting().gates(), Optional.empty())));
  }

  private static SortedSet<ServiceName> dependants(
      Project project, SortedSet<ServiceName> services) {
    var found = new TreeSet<ServiceName>();
    var open = new ArrayDeque<>(services);
    while (!open.isEmpty()) {
      ServiceName needed = open.pop();
      for (Service service : project.services().values()) {
        boolean depends =
            service.lifecycle().dependencies().stream()
                .map(Dependency::service)
                .anyMatch(needed::equals);
        if (depends && !services.contains(service.name()) && found.add(service.name())) {
          open.push(service.name());
        }
      }
    }
    return found;
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
