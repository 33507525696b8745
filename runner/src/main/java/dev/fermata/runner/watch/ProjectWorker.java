package dev.fermata.runner.watch;

import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.RestartOptions;
import dev.fermata.planner.request.RestartOptions.Followers;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.ReplacedImages;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import dev.fermata.runner.watch.WatchTools.OldImages;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Makes containers anew and restarts them, one plan at a time. A rebuild that a later change has
 * overtaken is broken off, and begun again together with what waits: at the end each change is in
 * an image that was built after it.
 */
final class ProjectWorker {
  private final WatchTools tools;
  private final WatchLog log;
  private final Consumer<ServiceName> renewed;
  private final Lane<ProjectChanges> lane = new Lane<>(ProjectChanges::and);
  private final ReentrantLock lock = new ReentrantLock();
  private Cancellation running = new Cancellation();
  private boolean left;

  /** {@code renewed} is told of services whose containers are new ones. */
  ProjectWorker(WatchTools tools, WatchLog log, Consumer<ServiceName> renewed) {
    this.tools = tools;
    this.log = log;
    this.renewed = renewed;
  }

  Lane<ProjectChanges> lane() {
    return lane;
  }

  void rebuild(SortedSet<ServiceName> services) {
    lock.lock();
    try {
      SortedSet<ServiceName> overtaken = rebuilding();
      overtaken.retainAll(services);
      if (!overtaken.isEmpty()) {
        lane.inWork().ifPresent(lane::add);
        running.reach(Stage.GRACEFUL);
      }
      lane.add(ProjectChanges.rebuild(services));
    } finally {
      lock.unlock();
    }
  }

  void restart(ServiceName service) {
    lane.add(ProjectChanges.restart(service));
  }

  /** Whether its containers are being made anew, or are going to be. */
  boolean isRenewing(ServiceName service) {
    return rebuilding().contains(service)
        || lane.waiting().filter(next -> next.rebuilds().contains(service)).isPresent();
  }

  private SortedSet<ServiceName> rebuilding() {
    return lane.inWork().map(now -> new TreeSet<>(now.rebuilds())).orElseGet(TreeSet::new);
  }

  /** Breaks off what goes on, and begins nothing more. */
  void leave() {
    lock.lock();
    try {
      left = true;
      running.reach(Stage.GRACEFUL);
    } finally {
      lock.unlock();
    }
    lane.leave();
  }

  void work() {
    try {
      while (true) {
        ProjectChanges next = lane.next();
        Cancellation cancellation = begin();
        if (!next.rebuilds().isEmpty()) {
          log.guarding(() -> rebuild(next.rebuilds(), cancellation));
        }
        if (!next.restarts().isEmpty() && cancellation.stage() == Stage.NONE) {
          log.guarding(() -> restart(next.restarts(), cancellation));
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private Cancellation begin() {
    lock.lock();
    try {
      running = new Cancellation();
      if (left) {
        running.reach(Stage.GRACEFUL);
      }
      return running;
    } finally {
      lock.unlock();
    }
  }

  private void rebuild(SortedSet<ServiceName> services, Cancellation cancellation) {
    String quoted = quoted(services);
    log.say(ComposeSentences.rebuilding(quoted));
    var sink = Rebuild.tellingBuilt(log.sink(), () -> log.say(ComposeSentences.rebuilt(quoted)));
    RunResult result = tools.stack().run(Rebuild.of(tools.brought(), services), sink, cancellation);
    if (cancellation.stage() != Stage.NONE) {
      return;
    }
    if (!succeeded(result)) {
      sayWhy(result);
      return;
    }
    services.forEach(renewed);
    letFollow(services, cancellation);
    if (tools.oldImages() == OldImages.REMOVED) {
      ReplacedImages.of(tools.engine().images(), tools.brought().project().name()).remove();
    }
  }

  private void letFollow(SortedSet<ServiceName> services, Cancellation cancellation) {
    var query = ContainerQuery.of(tools.brought().project().name(), Reach.ALL);
    List<ObservedContainer> there = tools.engine().containers().list(query);
    for (Request request : Rebuild.following(tools.brought(), services, there)) {
      RunResult result = tools.stack().run(request, log.sink(), cancellation);
      if (cancellation.stage() == Stage.NONE && !succeeded(result)) {
        sayWhy(result);
      }
    }
  }

  private void restart(SortedSet<ServiceName> services, Cancellation cancellation) {
    var options =
        new RestartOptions(
            services,
            Followers.RESTART,
            tools.brought().options().starting().gates(),
            tools.brought().options().recreation().stopTimeout());
    RunResult result =
        tools
            .stack()
            .run(new Request.Restart(tools.brought().target(), options), log.sink(), cancellation);
    if (cancellation.stage() != Stage.NONE) {
      return;
    }
    if (succeeded(result)) {
      log.say(ComposeSentences.restarted(quoted(services)));
      return;
    }
    sayWhy(result);
  }

  private static boolean succeeded(RunResult result) {
    return switch (result) {
      case RunResult.Refused refused -> false;
      case RunResult.Ran ran -> ran.report().succeeded();
    };
  }

  private void sayWhy(RunResult result) {
    List<String> lines = tools.wording().apply(result);
    String first = lines.getFirst().replaceFirst("^error: ", "");
    log.say(
        failedToBuild(result)
            ? ComposeSentences.buildFailed(first)
            : ComposeSentences.recreationFailed(first));
    lines.stream().skip(1).forEach(log::say);
  }

  private static boolean failedToBuild(RunResult result) {
    return result instanceof RunResult.Ran ran
        && ran.report().failed().stream()
            .anyMatch(step -> step.action() instanceof Action.BuildImage);
  }

  /** As Docker Compose writes a list: {@code ["a" "b"]}. */
  private static String quoted(SortedSet<ServiceName> services) {
    return services.stream()
        .map(service -> "\"" + service + "\"")
        .collect(Collectors.joining(" ", "[", "]"));
  }
}
