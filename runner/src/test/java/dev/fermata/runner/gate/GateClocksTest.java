package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.Models;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Gates take as long as ever where the engine's clock is not ours. */
@ParameterizedClass
@ValueSource(strings = {"PT0S", "PT1H", "PT-1H"})
@Timeout(20)
class GateClocksTest {
  private final GateWorld world;

  GateClocksTest(Duration ahead) {
    world = new GateWorld(ahead);
  }

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_start_opens_when_its_life_has_lasted_long_enough() {
    world.started(GateWorld.CHECKED, 1);

    world.opensAfter(Judge.CHECKED_AT_FIRST, world.waiting(GateRule.HEALTHY));
  }

  @Test
  void one_that_has_run_for_long_opens_at_once() {
    world.started(GateWorld.PLAIN, 1);
    world.time().pass(Duration.ofMinutes(10));

    world.isOpen(world.waiting(GateRule.READY_OR_COMPLETED));
  }

  @Test
  void a_restart_makes_the_verdict_of_the_life_before_count_no_more() {
    FakeContainer db = world.started(Models.restarting(GateWorld.CHECKED, Condition.ALWAYS), 1);
    world.failingCheck();
    db.verdict(HealthState.HEALTHY, 0, "fine");
    db.exit(1);
    db.revive();
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    world.time().awaitAlarm(Duration.ofMillis(100));
    assertThat(result).isNotDone();

    db.verdict(HealthState.HEALTHY, 0, "fine again");

    world.opensAfter(Judge.CHECKED_AGAIN, result);
  }

  @Test
  void a_crash_loop_is_given_its_time_and_no_more() {
    FakeContainer db = world.started(Models.restarting(GateWorld.PLAIN, Condition.ALWAYS), 1);
    for (int life = 1; life < Judge.MANY_RESTARTS; life++) {
      db.exit(7);
      db.revive();
    }
    db.exit(7);
    CompletableFuture<GateResult> result = world.waiting(GateRule.READY);

    world.time().passWhenAwaited(Judge.RESTARTING);

    assertThat(GateWorld.report(result).cause()).isEqualTo(Cause.RESTARTING);
    assertThat(GateWorld.report(result).waited()).isEqualTo(Judge.RESTARTING);
  }

  @Test
  void restarts_of_an_older_life_are_no_crash_loop_of_this_run() {
    FakeContainer db = world.started(Models.restarting(GateWorld.PLAIN, Condition.ALWAYS), 1);
    for (int life = 1; life <= Judge.MANY_RESTARTS; life++) {
      db.exit(7);
      db.revive();
    }
    try (GateWorld later = world.later(Duration.ofMinutes(10))) {
      later.isOpen(later.waiting(GateRule.READY));
    }
  }

  @Test
  void a_start_period_counts_from_the_gates_own_beginning() {
    Service slow =
        Models.changed(
            GateWorld.CHECKED,
            db ->
                db.healthcheck(check ->
                    check
                        .set("test", List.of("CMD", "ready"))
                        .set("interval", "30s")
                        .set("timeout", "10s")
                        .set("retries", 3)
                        .set("start_period", "2m")));
    world.started(slow, 1);
    world.engine().hold("exec shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    // 2 x (120 s + (3 + 1) x (30 s + 10 s)); a reminder is due every 30 s.
    Duration deadline = Duration.ofSeconds(560);
    for (int reminder = 0; reminder < 18; reminder++) {
      world.time().passWhenAwaited(Duration.ofSeconds(30));
    }
    assertThat(result).isNotDone();

    world.time().passWhenAwaited(Duration.ofSeconds(20));

    assertThat(GateWorld.report(result).cause()).isEqualTo(Cause.DEADLINE);
    assertThat(GateWorld.report(result).waited()).isEqualTo(deadline);
  }
}
