package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DeadlineTest {
  private static Action.Await await(GateRule rule, Optional<Duration> deadline) {
    var gate = new Action.Gate(new TreeSet<>(), rule.probes(Optional.empty()), deadline, false);
    return new Action.Await(new ServiceName("db"), rule, List.of(), gate);
  }

  @Test
  void it_is_five_minutes_at_least() {
    Sighting plain = Sightings.in(ContainerState.RUNNING);
    assertThat(Deadline.of(await(GateRule.READY, Optional.empty()), List.of(plain)))
        .contains(Duration.ofMinutes(5));
  }

  @Test
  void a_patient_healthcheck_gets_twice_its_own_time() {
    var patient =
        new HealthcheckDetail(
            List.of("CMD", "ready"),
            Duration.ofMinutes(1),
            Duration.ofSeconds(30),
            4,
            Duration.ofMinutes(10),
            Duration.ofSeconds(5));

    assertThat(
            Deadline.of(
                await(GateRule.HEALTHY, Optional.empty()), List.of(Sightings.withCheck(patient))))
        .contains(Duration.ofMinutes(35));
  }

  @Test
  void a_job_has_none() {
    assertThat(Deadline.of(await(GateRule.COMPLETED, Optional.empty()), List.of())).isEmpty();
  }

  @Test
  void the_users_own_overrides_every_default() {
    Optional<Duration> own = Optional.of(Duration.ofSeconds(2));
    assertThat(Deadline.of(await(GateRule.COMPLETED, own), List.of())).isEqualTo(own);
    assertThat(Deadline.of(await(GateRule.HEALTHY, own), List.of())).isEqualTo(own);
  }
}
