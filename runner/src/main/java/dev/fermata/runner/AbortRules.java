package dev.fermata.runner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Plan;
import dev.fermata.runner.AttachedEnd.Exit;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Event.ContainerEnded;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules of an attached {@code up}, as a value that grows with what happens: whether the end of
 * a container stops all, and the exit code.
 *
 * <ul>
 *   <li>What this run itself replaces has not ended, and neither has a job that somebody waits for
 *       and that the engine tries again. Any other end counts, restarted or not, as with Docker
 *       Compose: else a crash loop would never end.
 *   <li>{@code --abort-on-container-failure}: a failure stops all.
 *   <li>{@code --abort-on-container-exit}: a failure stops all, and so does a success, unless
 *       somebody waits for it or containers are still to be started. (Docker Compose stops then,
 *       too, and what never ran counts as a success.)
 *   <li>{@code --exit-code-from}: all is stopped when that service has ended, every replica of it,
 *       or any other one has failed for good.
 * </ul>
 */
record AbortRules(
    Wish wish,
    Set<ServiceName> jobs,
    int toStart,
    Set<String> replaced,
    List<ContainerEnded> seen,
    Optional<ContainerEnded> stopping) {

  /** What the user asked for; {@code replicas} is how many the service of the code has. */
  record Wish(Attachment.Until until, Optional<ServiceName> exitCodeFrom, int replicas) {}

  AbortRules {
    jobs = Set.copyOf(jobs);
    replaced = Set.copyOf(replaced);
    seen = List.copyOf(seen);
  }

  static AbortRules none(Wish wish) {
    return new AbortRules(wish, Set.of(), 0, Set.of(), List.of(), Optional.empty());
  }

  /** {@code event} is of bringing the project up, or the end of one of its containers. */
  AbortRules after(Event event) {
    return switch (event) {
      case Event.PlanBegun begun -> planned(begun.plan());
      case Event.StepBegun begun -> begun(begun.step().action());
      case ContainerEnded ended -> ended(ended);
      case Event.StepProgressed progressed -> this;
      case Event.BuildProgressed progressed -> this;
      case Event.Retrying retrying -> this;
      case Event.StillWaiting waiting -> this;
      case Event.OptionalFailed failed -> this;
      case Event.StillUsed used -> this;
      case Event.LeftAsIs left -> this;
      case Event.Skipped skipped -> this;
      case Event.StepEnded ended -> this;
      case Event.PlanEnded ended -> this;
      case Event.LogLine line -> this;
      case Event.HookLine line -> this;
      case Event.WatchLine line -> this;
      case Event.Attached attached -> this;
      case Event.Notice notice -> this;
    };
  }

  /** Whether it is an end at all, and not a part of what this run does. */
  boolean isNews(ContainerEnded end) {
    return !replaced.contains(end.id());
  }

  /** That of the service asked for, unless another failure cut it short before its own. */
  Exit exit() {
    if (wish.exitCodeFrom().isEmpty()) {
      return stopping.map(AbortRules::of).orElseGet(Exit.Nobodys::new);
    }
    Optional<ContainerEnded> failure =
        Stream.concat(own(), stopping.stream()).filter(end -> end.exitCode() != 0).findFirst();
    if (failure.isPresent()) {
      return of(failure.get());
    }
    return hasAllOfOwn()
        ? of(own().findFirst().orElseThrow())
        : new Exit.Missing(wish.exitCodeFrom().get());
  }

  private AbortRules planned(Plan plan) {
    var awaited = new TreeSet<>(jobs);
    int starts = plan.isPrefix() ? 1 : 0;
    for (var step : plan.steps()) {
      if (step.action() instanceof Action.Await await && await.rule() == GateRule.COMPLETED) {
        awaited.add(await.service());
      }
      starts += step.action() instanceof Action.StartContainer ? 1 : 0;
    }
    return new AbortRules(wish, awaited, starts, replaced, seen, stopping);
  }

  private AbortRules begun(Action action) {
    if (action instanceof Action.StartContainer) {
      return new AbortRules(wish, jobs, toStart - 1, replaced, seen, stopping);
    }
    if (action instanceof Action.StopContainer stop) {
      return without(stop.container());
    }
    return action instanceof Action.RemoveContainer remove ? without(remove.container()) : this;
  }

  private AbortRules without(ContainerRef container) {
    var more = new HashSet<>(replaced);
    container.id().ifPresent(more::add);
    return new AbortRules(wish, jobs, toStart, more, seen, stopping);
  }

  private AbortRules ended(ContainerEnded end) {
    if (!isNews(end) || isTriedAgain(end)) {
      return this;
    }
    var more = new ArrayList<>(seen);
    more.add(end);
    var next = new AbortRules(wish, jobs, toStart, replaced, more, stopping);
    return stopping.isEmpty() && next.stopsAt(end)
        ? new AbortRules(wish, jobs, toStart, replaced, more, Optional.of(end))
        : next;
  }

  private boolean isTriedAgain(ContainerEnded end) {
    return end.restarting() && jobs.contains(end.service());
  }

  private boolean stopsAt(ContainerEnded end) {
    boolean failed = end.exitCode() != 0;
    return switch (wish.until()) {
      case ALL_ENDED -> false;
      case FIRST_FAILURE -> failed;
      case FIRST_EXIT_OF_ANY -> true;
      case FIRST_EXIT -> {
        if (wish.exitCodeFrom().isEmpty()) {
          yield failed || (toStart == 0 && !jobs.contains(end.service()));
        }
        if (wish.exitCodeFrom().get().equals(end.service())) {
          yield failed || hasAllOfOwn();
        }
        yield failed && !end.restarting();
      }
    };
  }

  private boolean hasAllOfOwn() {
    long ended = own().map(ContainerEnded::id).distinct().count();
    return ended > 0 && ended >= wish.replicas();
  }

  private Stream<ContainerEnded> own() {
    return seen.stream()
        .filter(end -> wish.exitCodeFrom().filter(end.service()::equals).isPresent());
  }

  private static Exit of(ContainerEnded end) {
    return new Exit.Of(end.container(), end.exitCode());
  }
}
