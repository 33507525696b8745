package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Sightings for tests: each method says the one thing that differs. */
final class Sightings {
  static final Instant START = Instant.parse("2026-01-01T12:00:00Z");

  static final HealthcheckDetail CHECK =
      new HealthcheckDetail(
          List.of("CMD", "ready"),
          Duration.ofSeconds(30),
          Duration.ofSeconds(10),
          3,
          Duration.ZERO,
          Duration.ofSeconds(5));

  private Sightings() {}

  static Sighting in(ContainerState state) {
    return sighting(state, 0, Optional.empty());
  }

  static Sighting exited(int code) {
    return sighting(ContainerState.EXITED, code, Optional.empty());
  }

  static Sighting exitedWithCheck(int code) {
    return sighting(ContainerState.EXITED, code, Optional.of(health(HealthState.STARTING, START)));
  }

  static Sighting checked(ContainerState state) {
    return sighting(state, 0, Optional.of(health(HealthState.STARTING, START)));
  }

  /** The engine's verdict, from a run of the check that began then. */
  static Sighting verdict(HealthState verdict, Instant run) {
    return sighting(ContainerState.RUNNING, 0, Optional.of(health(verdict, run)));
  }

  static Sighting switchedOff() {
    HealthDetail none =
        new HealthDetail(
            HealthState.STARTING,
            new HealthcheckDetail(
                List.of("NONE"), Duration.ZERO, Duration.ZERO, 0, Duration.ZERO, Duration.ZERO),
            List.of());
    return sighting(ContainerState.RUNNING, 0, Optional.of(none));
  }

  static Sighting probed(Sighting seen) {
    return new Sighting(seen.detail(), seen.at(), seen.lifeSeen(), seen.restarted(), true);
  }

  static Sighting restarted(Sighting seen) {
    return new Sighting(seen.detail(), seen.at(), seen.lifeSeen(), true, seen.probed());
  }

  static Sighting later(Sighting seen, Duration by) {
    return new Sighting(
        seen.detail(), seen.at().plus(by), seen.lifeSeen(), seen.restarted(), seen.probed());
  }

  static Sighting withCheck(HealthcheckDetail check) {
    return sighting(
        ContainerState.RUNNING,
        0,
        Optional.of(new HealthDetail(HealthState.STARTING, check, List.of())));
  }

  private static HealthDetail health(HealthState verdict, Instant run) {
    int code = verdict == HealthState.HEALTHY ? 0 : 1;
    return new HealthDetail(
        verdict, CHECK, List.of(new ProbeRun(run, Duration.ofMillis(10), code, "")));
  }

  private static Sighting sighting(
      ContainerState state, int exitCode, Optional<HealthDetail> health) {
    var ending = new ContainerDetail.Ending(exitCode, false, START, "");
    var detail =
        new ContainerDetail("c1", "shop-db-1", "sha256:1", state, ending, START, 0, false, health);
    return new Sighting(detail, START, START, false, false);
  }
}
