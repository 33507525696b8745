package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport.Restarts;
import dev.fermata.runner.gate.Sighting.Probing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SightingTest {
  private static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

  /** The engine's clock is a day ahead of ours. */
  private static final Instant STARTED = NOW.plusSeconds(86_400);

  private static ContainerDetail detail(ContainerState state, int restarts, Duration age) {
    return detail(state, restarts, age, STARTED);
  }

  private static ContainerDetail detail(
      ContainerState state, int restarts, Duration age, Instant started) {
    var ending = new ContainerDetail.Ending(7, false, started, "");
    return new ContainerDetail(
        "c1",
        "shop-db-1",
        "i",
        state,
        ending,
        started,
        age,
        restarts,
        true,
        ContainerDetail.Terminal.NONE,
        new TreeMap<>(),
        Optional.empty());
  }

  private static Sighting first(ContainerDetail detail) {
    return Sighting.first(detail, NOW, Duration.ofSeconds(3), Probing.NONE);
  }

  private static Sighting then(Sighting before, ContainerDetail detail) {
    return before.next(detail, before.at().plusSeconds(1), Probing.NONE);
  }

  @Test
  void restarts_from_before_the_run_do_not_count() {
    Sighting old = first(detail(ContainerState.RUNNING, 8, Duration.ofHours(1)));
    assertThat(old.restarts()).isEmpty();
    assertThat(then(old, detail(ContainerState.RESTARTING, 9, Duration.ZERO)).restarts())
        .contains(new Restarts(1, NOW.plusSeconds(1), OptionalInt.of(7)));
  }

  @Test
  void restarts_since_the_run_began_count_though_nobody_has_looked_yet() {
    assertThat(first(detail(ContainerState.RUNNING, 2, Duration.ofSeconds(1))).restarts())
        .contains(new Restarts(2, NOW, OptionalInt.empty()));
  }

  @Test
  void the_exit_code_of_the_last_end_is_kept_while_it_runs_again() {
    Sighting ended = first(detail(ContainerState.RESTARTING, 1, Duration.ZERO));
    assertThat(then(ended, detail(ContainerState.RUNNING, 1, Duration.ZERO)).restarts())
        .contains(new Restarts(1, NOW, OptionalInt.of(7)));
  }

  @Test
  void a_count_that_begins_anew_goes_on() {
    Sighting twice = first(detail(ContainerState.RUNNING, 2, Duration.ZERO));
    assertThat(then(twice, detail(ContainerState.RUNNING, 1, Duration.ZERO)).restarts())
        .map(Restarts::count)
        .contains(3);
  }

  @Test
  void the_age_of_a_life_is_never_the_difference_of_two_clocks() {
    Sighting young = first(detail(ContainerState.RUNNING, 0, Duration.ZERO));
    assertThat(young.age()).isZero();
    assertThat(then(young, young.detail()).age()).isEqualTo(Duration.ofSeconds(1));
    Instant dayBehind = NOW.minusSeconds(86_400);
    var behind = detail(ContainerState.RUNNING, 0, Duration.ZERO, dayBehind);
    assertThat(first(behind).age()).isZero();
  }

  @Test
  void a_new_life_has_an_age_of_its_own() {
    Sighting old = first(detail(ContainerState.RUNNING, 0, Duration.ofHours(1)));
    var again = detail(ContainerState.RUNNING, 1, Duration.ZERO, STARTED.plusSeconds(9));
    assertThat(then(old, again).age()).isZero();
  }
}
