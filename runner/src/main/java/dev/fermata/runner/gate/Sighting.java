package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.gate.GateReport.Restarts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A container as it was at one moment. {@code at} and {@code lifeSeen}, when its present life was
 * first seen, are of our clock; the times within {@code detail} are of the engine's, which may be
 * another one: they are compared with each other only.
 */
record Sighting(
    ContainerDetail detail,
    Instant at,
    Instant lifeSeen,
    Optional<Restarts> restarts,
    Probing probing) {
  private static final String NO_CHECK = "NONE";

  /** How our own runs of the check went in this life. */
  enum Probing {
    /** None has ended yet. */
    NONE,
    FAILED,
    /** The very first run succeeded: the check may be one that cannot fail. */
    PASSED_AT_FIRST,
    /** The check has told "not yet" before it told "now". */
    PASSED_IN_THE_END,
    /** No healthcheck, but what makes it ready by our own checks is asked; it is not so yet. */
    NOT_READY,
    READY,
    /** There is no way from here to ask. */
    UNREACHABLE;

    /** Whether it is our own checks that make it ready, whatever a healthcheck says. */
    boolean isOfReadiness() {
      return this == NOT_READY || this == READY || this == UNREACHABLE;
    }
  }

  /** The first look at a container, so long after the run began. */
  static Sighting first(ContainerDetail detail, Instant at, Duration sinceBegin, Probing probing) {
    boolean older = detail.age().compareTo(sinceBegin) > 0;
    int counted = older ? 0 : detail.restartCount();
    return new Sighting(detail, at, at, restarts(Optional.empty(), counted, detail, at), probing);
  }

  /** The look that follows this one. */
  Sighting next(ContainerDetail now, Instant when, Probing how) {
    boolean same = Life.of(now).equals(Life.of(detail));
    int before = detail.restartCount();
    // Somebody who starts a container has the engine count anew.
    int gained = now.restartCount() >= before ? now.restartCount() - before : now.restartCount();
    return new Sighting(
        now, when, same ? lifeSeen : when, restarts(restarts, gained, now, when), how);
  }

  private static Optional<Restarts> restarts(
      Optional<Restarts> before, int gained, ContainerDetail now, Instant when) {
    boolean ended =
        now.state().equals(ContainerState.RESTARTING) || now.state().equals(ContainerState.EXITED);
    int least = now.state().equals(ContainerState.RESTARTING) ? 1 : 0;
    int count = Math.max(least, before.map(Restarts::count).orElse(0) + gained);
    if (count == 0) {
      return Optional.empty();
    }
    OptionalInt exitCode =
        ended
            ? OptionalInt.of(now.ending().exitCode())
            : before.map(Restarts::exitCode).orElse(OptionalInt.empty());
    return Optional.of(new Restarts(count, before.map(Restarts::since).orElse(when), exitCode));
  }

  /** What is known of it without our own runs of the check. */
  Sighting byEngine() {
    return probed(Probing.NONE);
  }

  /** The same, by another word of our own runs. */
  Sighting probed(Probing how) {
    return new Sighting(detail, at, lifeSeen, restarts, how);
  }

  ContainerState state() {
    return detail.state();
  }

  boolean restarted() {
    return restarts.isPresent();
  }

  /** Whether there is something by which it can be told that it is ready. */
  boolean isChecked() {
    return probing.isOfReadiness() || check().isPresent();
  }

  /** The healthcheck, unless it is switched off. */
  Optional<HealthcheckDetail> check() {
    return check(detail);
  }

  static Optional<HealthcheckDetail> check(ContainerDetail detail) {
    return detail
        .health()
        .map(ContainerDetail.HealthDetail::check)
        .filter(check -> !check.test().isEmpty() && !check.test().getFirst().equals(NO_CHECK));
  }

  /** The engine's runs of the check in this life: it keeps those of former ones. */
  List<ProbeRun> engineRuns() {
    return detail
        .health()
        .map(health -> health.runs().stream().filter(this::isOfThisLife).toList())
        .orElse(List.of());
  }

  private boolean isOfThisLife(ProbeRun run) {
    return !run.start().isBefore(detail.startedAt());
  }

  /** The engine's verdict, which counts only if a run in this life is behind it. */
  HealthState engineVerdict() {
    return engineRuns().isEmpty()
        ? HealthState.STARTING
        : detail.health().map(ContainerDetail.HealthDetail::state).orElse(HealthState.STARTING);
  }

  /** Whether the check has failed in this life, so that its success says something. */
  boolean hasFailedBefore() {
    return probing == Probing.FAILED
        || probing == Probing.PASSED_IN_THE_END
        || engineRuns().stream().anyMatch(run -> run.exitCode() != 0);
  }

  /** How long this life lasts already: as we have watched it, or as the engine says. */
  Duration age() {
    Duration watched = Duration.between(lifeSeen, at);
    return watched.compareTo(detail.age()) > 0 ? watched : detail.age();
  }
}
