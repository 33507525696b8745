package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ProjectName;
import dev.fermata.model.RestartPolicy.Condition;
import dev.fermata.model.Service;
import dev.fermata.planner.Action;
import dev.fermata.planner.GateRule;
import dev.fermata.planner.observed.ContainerState;
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
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class GatesTest {
  private static final Service CHECKED = Models.healthchecked(Models.service("db"), "CMD", "ready");
  private static final Service PLAIN = Models.service("db");

  private final FakeTime time = new FakeTime();
  private final FakeEngine engine = new FakeEngine(time).withImages("busybox");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private Gates gates;

  @BeforeEach
  void open() {
    gates = Gates.open(engine, new ProjectName("shop"), 8, time, notices::add);
  }

  @AfterEach
  void close() {
    gates.close();
    threads.shutdownNow();
  }

  private FakeContainer started(Service service, int number) {
    var plans = new PlanBuilder(Models.project("shop", service));
    String id = engine.containers().create(plans.spec(service.name().text(), number));
    engine.containers().start(id);
    return engine.container(id);
  }

  private CompletableFuture<GateResult> waiting(GateRule rule) {
    return waiting(rule, 1);
  }

  private CompletableFuture<GateResult> waiting(GateRule rule, int replicas) {
    var plans = new PlanBuilder(Models.project("shop", PLAIN));
    plans.gateOfAll("db", rule, replicas);
    return waiting(plans);
  }

  private CompletableFuture<GateResult> waiting(PlanBuilder plans) {
    var await = (Action.Await) plans.plan().steps().getFirst().action();
    var result = new CompletableFuture<GateResult>();
    threads.execute(() -> {
      try {
        result.complete(gates.await(await, (since, text) -> words.add(text)));
      } catch (InterruptedException | RuntimeException e) {
        result.completeExceptionally(e);
      }
    });
    return result;
  }

  private void failingCheck() {
    engine.onExec(
        "db",
        (container, request) ->
            new ExecResult(OptionalInt.of(1), "not yet", Duration.ofMillis(10)));
  }

  private static GateReport report(CompletableFuture<GateResult> result) {
    return ((GateResult.Shut) result.join()).report();
  }

  private void opensAfter(Duration duration, CompletableFuture<GateResult> result) {
    time.passWhenAwaited(duration);
    isOpen(result);
  }

  private void isOpen(CompletableFuture<GateResult> result) {
    assertThat(result.join()).isInstanceOf(GateResult.Opened.class);
  }

  @Test
  void the_own_check_runs_at_once_and_its_first_success_opens_it() {
    started(CHECKED, 1);

    opensAfter(Judge.CHECKED_AT_FIRST, waiting(GateRule.HEALTHY));

    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);
  }

  @Test
  void a_failing_check_is_repeated_with_back_off_until_it_succeeds() {
    started(CHECKED, 1);
    engine.onExec(
        "db",
        (container, request) -> {
          boolean ready = engine.count("exec shop-db-1") == 3;
          return new ExecResult(OptionalInt.of(ready ? 0 : 1), "", Duration.ofMillis(10));
        });
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);

    time.passWhenAwaited(Duration.ofMillis(100));
    time.passWhenAwaited(Duration.ofMillis(125));

    isOpen(result);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(3);
  }

  @Test
  void the_engines_verdict_opens_while_our_run_still_hangs() {
    FakeContainer db = started(CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    hold.awaitCall();

    db.verdict(HealthState.HEALTHY, 0, "fine");

    opensAfter(Judge.CHECKED_AT_FIRST, result);
  }

  @Test
  void our_failing_check_alone_never_shuts_it() {
    FakeContainer db = started(CHECKED, 1);
    failingCheck();
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));
    time.passWhenAwaited(Duration.ofMillis(125));

    db.verdict(HealthState.HEALTHY, 0, "fine");

    isOpen(result);
  }

  @Test
  void a_run_past_its_timeout_has_failed_and_the_next_one_waits_for_its_end() {
    FakeContainer db = started(CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    hold.awaitCall();
    time.passWhenAwaited(Duration.ofSeconds(10));
    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);

    hold.release();
    time.passWhenAwaited(Duration.ofSeconds(30));

    isOpen(result);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(2);
    assertThat(db.isRunning()).isTrue();
  }

  @Test
  void unhealthy_by_the_engine_shuts_it_with_the_whole_story() {
    FakeContainer db = started(CHECKED, 1);
    failingCheck();
    db.print("waiting for a miracle");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));
    engine.await(() -> engine.count("exec shop-db-1") == 2);

    db.verdict(HealthState.UNHEALTHY, 1, "no answer");

    GateReport report = report(result);
    assertThat(report.cause()).isEqualTo(Cause.UNHEALTHY);
    assertThat(report.waiting()).extracting(Object::toString).containsExactly("web");
    ContainerStory story = report.containers().getFirst();
    assertThat(story.culprit()).isTrue();
    assertThat(story.lastLines()).containsExactly("waiting for a miracle");
    assertThat(story.runs()).extracting(Run::by).contains(Run.By.FERMATA, Run.By.ENGINE);
    assertThat(story.runs()).extracting(Run::output).contains("not yet", "no answer");
    assertThat(story.runs().getFirst().command()).containsExactly("CMD", "ready");
  }

  @Test
  void an_exit_shuts_it_at_once() {
    FakeContainer db = started(CHECKED, 1);
    failingCheck();
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    db.exitOutOfMemory();

    GateReport report = report(result);
    assertThat(report.cause()).isEqualTo(Cause.EXITED);
    assertThat(report.containers().getFirst().detail().ending().exitCode()).isEqualTo(137);
    assertThat(report.containers().getFirst().detail().ending().outOfMemory()).isTrue();
  }

  @Test
  void an_exit_before_anybody_waited_shuts_it_just_the_same() {
    started(PLAIN, 1).exit(1);

    assertThat(report(waiting(GateRule.READY)).cause()).isEqualTo(Cause.EXITED);
  }

  @Test
  void one_that_passes_once_and_dies_lets_nobody_start() {
    FakeContainer db = started(CHECKED, 1);
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    time.awaitAlarm(Judge.CHECKED_AT_FIRST);

    time.pass(Duration.ofMillis(300));
    db.exit(4);

    assertThat(report(result).cause()).isEqualTo(Cause.EXITED);
  }

  @Test
  void a_crash_loop_shuts_it_with_its_count_its_exit_code_and_its_last_lines() {
    FakeContainer db = started(Models.restarting(PLAIN, Condition.ALWAYS), 1);
    db.print("cannot find my config");
    CompletableFuture<GateResult> result = waiting(GateRule.READY_OR_COMPLETED);
    for (int life = 1; life <= 4; life++) {
      time.pass(Duration.ofMillis(300));
      db.exit(7);
      long looked = engine.count("inspect shop-db-1");
      db.enter(ContainerState.RESTARTING, "die");
      engine.await(() -> engine.count("inspect shop-db-1") > looked);
      if (life < 4) {
        db.revive();
      }
    }

    time.passWhenAwaited(Judge.RESTARTING.minusMillis(900));

    GateReport report = report(result);
    assertThat(report.cause()).isEqualTo(Cause.RESTARTING);
    ContainerStory story = report.containers().getFirst();
    assertThat(story.restarts()).map(GateReport.Restarts::count).contains(4);
    assertThat(story.restarts().orElseThrow().exitCode()).hasValue(7);
    assertThat(story.lastLines()).containsExactly("cannot find my config");
  }

  @Test
  void the_users_own_deadline_is_his_patience_with_a_crash_loop() {
    FakeContainer db = started(Models.restarting(PLAIN, Condition.ALWAYS), 1);
    var plans = new PlanBuilder(Models.project("shop", PLAIN));
    plans.gateUntil("db", GateRule.READY, Duration.ofMinutes(2));
    for (int life = 1; life <= 3; life++) {
      db.exit(7);
      db.revive();
    }
    db.exit(7);
    CompletableFuture<GateResult> result = waiting(plans);
    time.passWhenAwaited(Judge.RESTARTING);
    time.passWhenAwaited(Duration.ofSeconds(10));
    for (int i = 0; i < 3; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }

    assertThat(report(result).cause()).isEqualTo(Cause.DEADLINE);
    assertThat(report(result).waited()).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void a_restart_is_waited_for_and_the_new_life_must_pass_by_itself() {
    FakeContainer db = started(Models.restarting(CHECKED, Condition.ALWAYS), 1);
    engine.onExec(
        "db",
        (container, request) -> {
          boolean second = container.restarts() == 1;
          return new ExecResult(OptionalInt.of(second ? 0 : 1), "", Duration.ofMillis(10));
        });
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");
    db.exit(1);
    db.revive();

    opensAfter(Judge.CHECKED_AGAIN, result);
  }

  @Test
  void a_job_with_a_restart_policy_completes_in_its_second_life() {
    FakeContainer db = started(Models.restarting(PLAIN, Condition.ON_FAILURE), 1);
    CompletableFuture<GateResult> result = waiting(GateRule.COMPLETED);
    db.exit(1);
    db.revive();
    db.exit(0);

    isOpen(result);
  }

  @Test
  void all_replicas_count() {
    FakeContainer first = started(CHECKED, 1);
    FakeContainer second = started(CHECKED, 2);
    engine.onExec(
        "db",
        (container, request) ->
            new ExecResult(
                OptionalInt.of(container.equals(first) ? 0 : 1), "", Duration.ofMillis(10)));
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY, 2);
    engine.awaitCall("exec shop-db-1");
    engine.awaitCall("exec shop-db-2");
    assertThat(result).isNotDone();

    second.verdict(HealthState.HEALTHY, 0, "");

    opensAfter(Judge.CHECKED_AT_FIRST, result);
  }

  @Test
  void a_service_without_containers_holds_nobody_back() {
    isOpen(waiting(GateRule.HEALTHY, 0));
  }

  @Test
  void a_container_that_is_removed_shuts_it() {
    FakeContainer db = started(CHECKED, 1);
    failingCheck();
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    engine.containers().remove(db.id(), Action.AnonymousVolumes.KEEP);

    assertThat(report(result).cause()).isIn(Cause.GONE, Cause.EXITED);
  }

  @Test
  void the_default_deadline_is_named_when_it_is_hit() {
    started(CHECKED, 1);
    engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");
    for (int i = 0; i < 10; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }

    // 2 x (0 + (3 + 1) x (30 s + 10 s)) is more than five minutes.
    time.passWhenAwaited(Duration.ofSeconds(20));

    GateReport report = report(result);
    assertThat(report.cause()).isEqualTo(Cause.DEADLINE);
    assertThat(report.deadline()).isEqualTo(Duration.ofSeconds(320));
    assertThat(words).hasSize(10).first().asString().contains("`db`", "healthy");
  }

  @Test
  void a_deadline_of_the_user_overrides() {
    started(CHECKED, 1);
    engine.hold("exec shop-db-1");
    var plans = new PlanBuilder(Models.project("shop", PLAIN));
    plans.gateUntil("db", GateRule.HEALTHY, Duration.ofSeconds(2));
    CompletableFuture<GateResult> result = waiting(plans);

    time.passWhenAwaited(Duration.ofSeconds(2));

    assertThat(report(result).deadline()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void a_job_may_take_its_time() {
    FakeContainer db = started(PLAIN, 1);
    CompletableFuture<GateResult> result = waiting(GateRule.COMPLETED);
    for (int i = 0; i < 20; i++) {
      time.passWhenAwaited(Duration.ofSeconds(30));
    }
    assertThat(result).isNotDone();

    db.exit(0);

    isOpen(result);
  }

  @Test
  void a_word_of_the_engine_that_we_do_not_know_makes_it_look() {
    FakeContainer db = started(PLAIN, 1);
    CompletableFuture<GateResult> result = waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");

    db.enter(new ContainerState.Unknown("stopping"), "stopping");
    engine.await(() -> engine.count("inspect shop-db-1") == 2);
    db.enter(ContainerState.EXITED, "died");

    isOpen(result);
  }

  @Test
  void the_engine_that_cannot_be_asked_breaks_it_at_once() {
    FakeContainer db = started(PLAIN, 1);
    CompletableFuture<GateResult> result = waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");
    engine.fail("inspect shop-db-1", EngineException.Kind.UNREACHABLE, "no engine");

    db.enter(ContainerState.RUNNING, "update");

    assertThatThrownBy(result::join).hasRootCauseMessage("no engine");
  }

  @Test
  void a_bug_in_its_watch_breaks_it_at_once() {
    started(PLAIN, 1);
    engine.fail("inspect shop-db-1", new IllegalArgumentException("what is this?"));

    assertThatThrownBy(waiting(GateRule.COMPLETED)::join).hasRootCauseMessage("what is this?");
  }

  @Test
  void a_bug_in_its_probe_breaks_it_at_once() {
    started(CHECKED, 1);
    engine.fail("exec shop-db-1", new IllegalArgumentException("what is this?"));

    assertThatThrownBy(waiting(GateRule.HEALTHY)::join).hasRootCauseMessage("what is this?");
  }

  @Test
  void a_lost_event_stream_cannot_hang_it() {
    FakeContainer db = started(PLAIN, 1);
    CompletableFuture<GateResult> result = waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");
    engine.loseEvents();
    engine.await(() -> engine.count("inspect shop-db-1") == 2);
    db.exit(0);

    time.passWhenAwaited(Duration.ofMillis(500));

    isOpen(result);
  }

  @Test
  void two_gates_on_one_container_share_its_probe() {
    started(CHECKED, 1);
    Hold hold = engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> first = waiting(GateRule.HEALTHY);
    hold.awaitCall();
    CompletableFuture<GateResult> second = waiting(GateRule.READY);
    engine.await(() -> engine.count("inspect shop-db-1") >= 2);
    assertThat(engine.count("exec shop-db-1")).isEqualTo(1);

    hold.release();

    opensAfter(Judge.CHECKED_AT_FIRST, first);
    isOpen(second);
  }

  @Test
  void a_check_that_cannot_be_run_is_told_as_a_failed_run() {
    FakeContainer db = started(CHECKED, 1);
    engine.fail("exec shop-db-1", EngineException.Kind.OTHER, "executable `ready` not found");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    time.passWhenAwaited(Duration.ofMillis(100));

    db.exit(1);

    assertThat(report(result).containers().getFirst().runs().getFirst().output())
        .contains("executable `ready` not found");
  }

  @Test
  void a_check_in_a_container_that_has_ended_is_no_run_of_it() {
    FakeContainer db = started(CHECKED, 1);
    engine.fail("exec shop-db-1", EngineException.Kind.CONFLICT, "is not running");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    time.awaitAlarm(Duration.ofMillis(100));

    db.exit(1);

    assertThat(report(result).containers().getFirst().runs()).isEmpty();
  }

  @Test
  void closing_the_gates_is_not_told_as_a_loss_of_events() {
    started(CHECKED, 1);
    opensAfter(Judge.CHECKED_AT_FIRST, waiting(GateRule.HEALTHY));

    gates.close();
    gates.awaitEnd();

    assertThat(notices).isEmpty();
  }

  @Test
  void whoever_leaves_is_told_so() {
    started(CHECKED, 1);
    engine.hold("exec shop-db-1");
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY);
    engine.awaitCall("exec shop-db-1");

    gates.leave();

    assertThat(((GateResult.Left) result.join()).report().cause()).isEqualTo(Cause.INTERRUPTED);
  }
}
