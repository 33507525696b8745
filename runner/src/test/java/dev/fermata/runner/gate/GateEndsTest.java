package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.FakeTime;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Exits, restarts and deadlines. */
class GateEndsTest {
  private final GateWorld world = new GateWorld();
  private final FakeTime time = world.time();
  private final FakeEngine engine = world.engine();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void an_exit_shuts_it_at_once() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    world.failingCheck();
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    db.exitOutOfMemory();

    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.EXITED);
    assertThat(report.containers().getFirst().detail().ending().exitCode()).isEqualTo(137);
    assertThat(report.containers().getFirst().detail().ending().outOfMemory()).isTrue();
  }

  @Test
  void an_exit_before_anybody_waited_shuts_it_just_the_same() {
    world.started(GateWorld.PLAIN, 1).exit(1);

    assertThat(GateWorld.report(world.waiting(GateRule.READY)).cause()).isEqualTo(Cause.EXITED);
  }

  @Test
  void one_that_passes_once_and_dies_lets_nobody_start() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.awaitAlarm(Judge.CHECKED_AT_FIRST);

    time.pass(Duration.ofMillis(300));
    db.exit(4);

    assertThat(GateWorld.report(result).cause()).isEqualTo(Cause.EXITED);
  }

  @Test
  void a_crash_loop_shuts_it_with_its_count_its_exit_code_and_its_last_lines() {
    FakeContainer db = world.started(Models.restarting(GateWorld.PLAIN, Condition.ALWAYS), 1);
    db.print("cannot find my config");
    CompletableFuture<GateResult> result = world.waiting(GateRule.READY_OR_COMPLETED);
    time.awaitAlarm(Gates.BACKING);
    for (int life = 1; life <= 4; life++) {
      time.pass(Duration.ofMillis(200));
      db.exit(7);
      time.awaitAlarm(Gates.BACKING);
      if (life < 4) {
        time.pass(Duration.ofMillis(100));
        db.revive();
        time.awaitAlarm(Gates.BACKING);
      }
    }

    time.passWhenAwaited(Judge.RESTARTING.minusMillis(900));

    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.RESTARTING);
    ContainerStory story = report.containers().getFirst();
    assertThat(story.restarts()).map(GateReport.Restarts::count).contains(4);
    assertThat(story.restarts().orElseThrow().exitCode()).hasValue(7);
    assertThat(story.lastLines()).containsExactly("cannot find my config");
  }

  @Test
  void the_users_own_deadline_is_his_patience_with_a_crash_loop() {
    FakeContainer db = world.started(Models.restarting(GateWorld.PLAIN, Condition.ALWAYS), 1);
    var plans = new PlanBuilder(Models.project("shop", GateWorld.PLAIN));
    plans.gateUntil("db", GateRule.READY, Duration.ofMinutes(2));
    for (int life = 1; life <= 3; life++) {
      db.exit(7);
      db.revive();
    }
    db.exit(7);
    CompletableFuture<GateResult> result = world.waiting(plans);
    time.passWhenAwaited(Judge.RESTARTING);
    time.passWhenAwaited(Duration.ofSeconds(10));
    for (int i = 0; i < 3; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }

    assertThat(GateWorld.report(result).cause()).isEqualTo(Cause.DEADLINE);
    assertThat(GateWorld.report(result).waited()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_restart_is_waited_for_and_the_new_life_must_pass_by_itself() {
    FakeContainer db = world.started(Models.restarting(GateWorld.CHECKED, Condition.ALWAYS), 1);
    engine.onExec(
        "db",
        (container, request) -> {
          boolean second = container.restarts() == 1;
          return new ExecResult(OptionalInt.of(second ? 0 : 1), "", Duration.ofMillis(10));
        });
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");
    db.exit(1);
    db.revive();

    world.opensAfter(Judge.CHECKED_AGAIN, result);
  }

  @Test
  void a_job_with_a_restart_policy_completes_in_its_second_life() {
    FakeContainer db = world.started(Models.restarting(GateWorld.PLAIN, Condition.ON_FAILURE), 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    db.exit(1);
    db.revive();
    db.exit(0);

    world.isOpen(result);
  }

  @Test
  void a_container_that_is_removed_shuts_it() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    world.failingCheck();
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    engine.containers().remove(db.id(), AnonymousVolumes.KEEP);

    assertThat(GateWorld.report(result).cause()).isIn(Cause.GONE, Cause.EXITED);
  }

  @Test
  void the_default_deadline_is_named_when_it_is_hit() {
    world.started(GateWorld.CHECKED, 1);
    engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");
    for (int i = 0; i < 10; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }

    // 2 x (0 + (3 + 1) x (30 s + 10 s)) is more than five minutes.
    time.passWhenAwaited(Duration.ofSeconds(20));

    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.DEADLINE);
    assertThat(report.deadline()).isEqualTo(Duration.ofSeconds(320));
    assertThat(world.words()).hasSize(10).first().asString().contains("`db`", "healthy");
  }

  @Test
  void a_deadline_of_the_user_overrides() {
    world.started(GateWorld.CHECKED, 1);
    engine.hold("exec shop-db-1");
    var plans = new PlanBuilder(Models.project("shop", GateWorld.PLAIN));
    plans.gateUntil("db", GateRule.HEALTHY, Duration.ofSeconds(2));
    CompletableFuture<GateResult> result = world.waiting(plans);

    time.passWhenAwaited(Duration.ofSeconds(2));

    assertThat(GateWorld.report(result).deadline()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_job_may_take_its_time() {
    FakeContainer db = world.started(GateWorld.PLAIN, 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    for (int i = 0; i < 20; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }
    assertThat(result).isNotDone();

    db.exit(0);

    world.isOpen(result);
  }

  @Test
  void whoever_leaves_is_told_so() {
    world.started(GateWorld.CHECKED, 1);
    engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    world.gates().leave();

    assertThat(((GateResult.Left) result.join()).report().cause()).isEqualTo(Cause.INTERRUPTED);
  }

  @Test
  void whoever_leaves_because_of_the_end_that_is_awaited_hears_the_verdict() {
    FakeContainer db = world.started(GateWorld.PLAIN, 1);
    Hold look = engine.hold("inspect shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");
    world.gates().leave();

    db.exit(3);
    look.release();

    assertThat(GateWorld.report(result).cause()).isEqualTo(Cause.EXITED);
  }
}
