package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthDetail;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.ContainerDetail.ProbeRun;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.Sighting.Probing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

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

  /** Our own check has failed and succeeds now. */
  static Sighting probed(Sighting seen) {
    return with(seen, Probing.PASSED_IN_THE_END);
  }

  static Sighting probedAtFirst(Sighting seen) {
    return with(seen, Probing.PASSED_AT_FIRST);
  }

  private static Sighting with(Sighting seen, Probing probing) {
    return new Sighting(seen.detail(), seen.at(), seen.lifeSeen(), seen.restarts(), probing);
  }

  /** The engine has brought it back so often, from now on. */
  static Sighting restarted(Sighting seen, int times) {
    var restarts = Optional.of(new Restarts(times, START, OptionalInt.of(1)));
    return new Sighting(seen.detail(), seen.at(), seen.lifeSeen(), restarts, seen.probing());
  }

  static Sighting later(Sighting seen, Duration by) {
    return new Sighting(
        seen.detail(), seen.at().plus(by), seen.lifeSeen(), seen.restarts(), seen.probing());
  }

  /** The same container, with a restart policy. */
  static Sighting restartable(Sighting seen) {
    ContainerDetail plain = seen.detail();
    var detail = detail(plain.state(), plain.ending(), Duration.ZERO, true, plain.health());
    return new Sighting(detail, seen.at(), seen.lifeSeen(), seen.restarts(), seen.probing());
  }

  /** The engine says how long it runs already. */
  static Sighting aged(Sighting seen, Duration age) {
    ContainerDetail young = seen.detail();
    var detail = detail(young.state(), young.ending(), age, young.restartable(), young.health());
    return new Sighting(detail, seen.at(), seen.lifeSeen(), seen.restarts(), seen.probing());
  }

  static Sighting withCheck(HealthcheckDetail check) {
    return sighting(
        ContainerState.RUNNING,
        0,
        Optional.of(new HealthDetail(HealthState.STARTING, check, List.of())));
  }

  private static HealthDetail health(HealthState verdict, Instant run) {
    int code = verdict.equals(HealthState.HEALTHY) ? 0 : 1;
    var last = new ProbeRun(run, Duration.ofMillis(10), code, "");
    return new HealthDetail(
        verdict, CHECK, verdict.equals(HealthState.STARTING) ? List.of() : List.of(last));
  }

  private static Sighting sighting(
      ContainerState state, int exitCode, Optional<HealthDetail> health) {
    var ending = new ContainerDetail.Ending(exitCode, false, START, "");
    return new Sighting(
        detail(state, ending, Duration.ZERO, false, health),
        START,
        START,
        Optional.empty(),
        Probing.NONE);
  }

  private static ContainerDetail detail(
      ContainerState state,
      ContainerDetail.Ending ending,
      Duration age,
      boolean restartable,
      Optional<HealthDetail> health) {
    return new ContainerDetail(
        "c1",
        "shop-db-1",
        "sha256:1",
        state,
        ending,
        START,
        age,
        0,
        restartable,
        ContainerDetail.Terminal.NONE,
        new TreeMap<>(),
        health);
  }
}
