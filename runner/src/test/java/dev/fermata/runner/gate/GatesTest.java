package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.GateReport.Run;
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

/** Checks, ours and the engine's. */
class GatesTest {
  private final GateWorld world = new GateWorld();
  private final FakeTime time = world.time();
  private final FakeEngine engine = world.engine();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void the_own_check_runs_at_once_and_its_first_success_opens_it() {
    world.started(GateWorld.CHECKED, 1);

    world.opensAfter(Judge.CHECKED_AT_FIRST, world.waiting(GateRule.HEALTHY));

    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);
  }

  @Test
  void a_failing_check_is_repeated_with_back_off_until_it_succeeds() {
    world.started(GateWorld.CHECKED, 1);
    engine.onExec(
        "db",
        (container, request) -> {
          boolean ready = engine.count("exec shop-db-1") == 3;
          return new ExecResult(OptionalInt.of(ready ? 0 : 1), "", Duration.ofMillis(10));
        });
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);

    time.passWhenAwaited(Duration.ofMillis(100));
    time.passWhenAwaited(Duration.ofMillis(125));

    world.isOpen(result);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(3);
  }

  @Test
  void the_engines_verdict_opens_while_our_run_still_hangs() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    hold.awaitCall();

    db.verdict(HealthState.HEALTHY, 0, "fine");

    world.opensAfter(Judge.CHECKED_AT_FIRST, result);
  }

  @Test
  void one_without_probes_listens_to_the_engine_alone() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    world.opensAfter(Judge.CHECKED_AT_FIRST, world.waiting(GateRule.HEALTHY));
    var plans = new PlanBuilder(Models.project("shop", GateWorld.PLAIN));
    plans.gateByEngine("db", GateRule.READY_OR_COMPLETED);

    CompletableFuture<GateResult> result = world.waiting(plans);
    time.passWhenAwaited(Duration.ofSeconds(5));

    assertThat(result).isNotDone();
    db.verdict(HealthState.HEALTHY, 0, "fine");
    world.isOpen(result);
  }

  @Test
  void our_failing_check_alone_never_shuts_it() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    world.failingCheck();
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));
    time.passWhenAwaited(Duration.ofMillis(125));

    db.verdict(HealthState.HEALTHY, 0, "fine");

    world.isOpen(result);
  }

  @Test
  void a_run_past_its_timeout_has_failed_and_the_next_one_waits_for_its_end() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    hold.awaitCall();
    time.passWhenAwaited(Duration.ofSeconds(10));
    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);

    hold.release();
    time.passWhenAwaited(Duration.ofSeconds(30));

    world.isOpen(result);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(2);
    assertThat(db.isRunning()).isTrue();
  }

  @Test
  void unhealthy_by_the_engine_shuts_it_with_the_whole_story() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    world.failingCheck();
    db.print("waiting for a miracle");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));
    engine.await(() -> engine.count("exec shop-db-1") == 2);

    db.verdict(HealthState.UNHEALTHY, 1, "no answer");

    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.UNHEALTHY);
    assertThat(report.waiting()).extracting(Object::toString).containsExactly("web");
    ContainerStory story = report.containers().getFirst();
    assertThat(story.culprit()).isTrue();
    assertThat(story.lastLines()).containsExactly("waiting for a miracle");
    assertThat(story.runs()).extracting(Run::by).contains(Run.By.FERMATA, Run.By.ENGINE);
    assertThat(story.runs()).extracting(Run::output).contains("not yet", "no answer");
    assertThat(story.runs().getFirst().probe()).isEqualTo("ready");
  }

  @Test
  void all_replicas_count() {
    FakeContainer first = world.started(GateWorld.CHECKED, 1);
    FakeContainer second = world.started(GateWorld.CHECKED, 2);
    engine.onExec(
        "db",
        (container, request) ->
            new ExecResult(
                OptionalInt.of(container.equals(first) ? 0 : 1), "", Duration.ofMillis(10)));
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY, 2);
    engine.awaitCall("exec shop-db-1");
    engine.awaitCall("exec shop-db-2");
    assertThat(result).isNotDone();

    second.verdict(HealthState.HEALTHY, 0, "");

    world.opensAfter(Judge.CHECKED_AT_FIRST, result);
  }

  @Test
  void a_service_without_containers_holds_nobody_back() {
    world.isOpen(world.waiting(GateRule.HEALTHY, 0));
  }

  @Test
  void two_gates_on_one_container_share_its_probe() {
    world.started(GateWorld.CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> first = world.waiting(GateRule.HEALTHY);
    hold.awaitCall();
    time.pass(Duration.ofMillis(1));
    CompletableFuture<GateResult> second = world.waiting(GateRule.READY);
    time.awaitAlarm(Duration.ofSeconds(30));

    hold.release();

    world.opensAfter(Judge.CHECKED_AT_FIRST.minusMillis(1), first);
    world.isOpen(second);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);
  }

  @Test
  void a_check_that_cannot_be_run_is_told_as_a_failed_run() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    engine.fail("exec shop-db-1", EngineException.Kind.OTHER, "executable `ready` not found");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));

    db.exit(1);

    assertThat(GateWorld.report(result).containers().getFirst().runs().getFirst().output())
        .contains("executable `ready` not found");
  }

  @Test
  void whoever_waits_is_told_that_the_check_cannot_be_run() {
    world.started(GateWorld.CHECKED, 1);
    engine.fail("exec shop-db-1", EngineException.Kind.INVALID, "`ready` is not in the container");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.awaitAlarm(Duration.ofMillis(100));

    time.passWhenAwaited(Duration.ofSeconds(30));
    time.awaitAlarm(Duration.ofSeconds(30));

    assertThat(result).isNotDone();
    assertThat(world.words().getFirst())
        .contains("its check says: it could not be run, `ready` is not in the container");
  }

  @Test
  void a_check_in_a_container_that_has_ended_is_no_run_of_it() {
    FakeContainer db = world.started(GateWorld.CHECKED, 1);
    engine.fail("exec shop-db-1", EngineException.Kind.CONFLICT, "is not running");
    CompletableFuture<GateResult> result = world.waiting(GateRule.HEALTHY);
    time.awaitAlarm(Duration.ofMillis(100));

    db.exit(1);

    assertThat(GateWorld.report(result).containers().getFirst().runs()).isEmpty();
  }
}
