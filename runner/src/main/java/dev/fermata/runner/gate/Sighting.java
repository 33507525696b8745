package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A container as it was at one moment. {@code lifeSeen} is when its present life was first seen,
 * {@code restarted} whether it has had another one since the watch began, {@code probed} whether
 * our own run of its check succeeded in this life.
 */
record Sighting(
    ContainerDetail detail, Instant at, Instant lifeSeen, boolean restarted, boolean probed) {
  private static final String NO_CHECK = "NONE";

  ContainerState state() {
    return detail.state();
  }

  /** The healthcheck, unless it is switched off. */
  Optional<HealthcheckDetail> check() {
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

  /** How long this life lasts already, by whichever clock says more. */
  Duration age() {
    Duration watched = Duration.between(lifeSeen, at);
    Duration told = Duration.between(detail.startedAt(), at);
    return watched.compareTo(told) > 0 ? watched : told;
  }
}
