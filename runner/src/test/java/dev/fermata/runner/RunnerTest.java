package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.FakeTime;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunnerTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Cancellation cancellation = new Cancellation();
  private final PlanBuilder plan =
      new PlanBuilder(
          Models.project(
              "shop",
              Models.healthchecked(Models.service("db"), "CMD", "ready"),
              Models.service("web"),
              Models.service("cache")));
  private final java.util.concurrent.ExecutorService threads =
      Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private Report run() {
    return new Runner(engine, Budgets.DEFAULT).run(plan.plan(), sink, cancellation);
  }

  private CompletableFuture<Report> running() {
    return CompletableFuture.supplyAsync(this::run, threads);
  }

  @Test
  void steps_run_after_the_steps_before_them() {
    int db = plan.start("db");
    plan.start("web", db);

    Report report = run();

    assertThat(report.succeeded()).isTrue();
    assertThat(engine.calls())
        .containsExactly(
            "create shop-db-1", "start shop-db-1", "create shop-web-1", "start shop-web-1");
  }

  @Test
  void an_empty_plan_calls_nothing() {
    Report report = new Runner(engine, Budgets.DEFAULT).run(plan.plan(), sink, cancellation);

    assertThat(report.succeeded()).isTrue();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void a_failure_skips_what_follows_and_nothing_else() {
    int db = plan.start("db");
    plan.start("web", db);
    plan.start("cache");
    engine.fail("start shop-db-1", Kind.PORT_IN_USE, "port 80 is taken");

    Report report = run();

    assertThat(report.outcomes().get(2)).isInstanceOf(Outcome.Failed.class);
    assertThat(report.outcomes().get(3)).isEqualTo(new Outcome.Skipped(2));
    assertThat(report.outcomes().get(4)).isEqualTo(new Outcome.Skipped(2));
    assertThat(report.outcomes().get(6)).isInstanceOf(Outcome.Done.class);
    assertThat(report.failed()).extracting(step -> step.id()).containsExactly(2);
    assertThat(engine.container("shop-cache-1").isRunning()).isTrue();
  }

  @Test
  void a_gate_opens_at_the_first_success_of_the_own_check() {
    int db = plan.start("db");
    plan.start("web", plan.gate("db", GateRule.HEALTHY, db));

    Report report = run();

    assertThat(report.succeeded()).isTrue();
    assertThat(engine.calls()).contains("exec shop-db-1");
    assertThat(engine.calls().getFirst()).isEqualTo("events shop");
    assertThat(engine.calls().indexOf("exec shop-db-1"))
        .isLessThan(engine.calls().indexOf("create shop-web-1"));
  }

  @Test
  void the_gates_of_a_plan_that_only_starts_hear_of_an_end_at_once() {
    var unmoved = new FakeTime();
    var starting = new FakeEngine(unmoved).withImages("busybox");
    String db = starting.containers().create(plan.spec("db", 1));
    plan.gate("db", GateRule.COMPLETED, plan.startExisting("db"));
    var runner = new Runner(starting, Budgets.DEFAULT, unmoved);
    var running =
        CompletableFuture.supplyAsync(() -> runner.run(plan.plan(), sink, cancellation), threads);
    starting.awaitCall("inspect shop-db-1");

    starting.container(db).exit(0);

    assertThat(running.join().succeeded()).isTrue();
  }

  @Test
  void what_was_started_stays_when_a_gate_shuts_and_what_waited_is_not_started() {
    engine.onStart("db", container -> container.exit(1));
    int db = plan.start("db");
    plan.start("web", plan.gate("db", GateRule.HEALTHY, db));

    Report report = run();

    assertThat(report.outcomes().get(3)).isInstanceOf(Outcome.Failed.class);
    assertThat(report.outcomes().get(5)).isEqualTo(new Outcome.Skipped(3));
    assertThat(engine.leftovers()).containsExactly("container shop-db-1");
  }

  @Test
  void a_taken_name_is_adopted_where_the_labels_are_the_same() {
    engine.containers().create(plan.spec("db", 1));
    plan.start("db");

    assertThat(run().succeeded()).isTrue();
  }

  @Test
  void a_name_that_a_run_beside_ours_has_taken_is_adopted_when_its_container_is_seen() {
    engine.reserve(plan.spec("db", 1));
    plan.start("db");
    CompletableFuture<Report> report = running();
    engine.awaitCall("inspect shop-db-1");

    engine.complete(plan.spec("db", 1));

    assertThat(report.join().succeeded()).isTrue();
    assertThat(engine.leftovers()).containsExactly("container shop-db-1");
  }

  @Test
  void a_taken_name_is_refused_where_the_labels_differ() {
    var other = new PlanBuilder(Models.project("other", Models.service("db"))).spec("db", 1);
    var spec = plan.spec("db", 1);
    engine.containers().create(PlanBuilder.as(spec, spec.name(), other.labels()));
    plan.start("db");

    assertThat(run().outcomes().get(1)).isInstanceOf(Outcome.Failed.class);
  }

  @Test
  void stopping_and_removing_what_is_gone_is_done() {
    plan.remove("db", plan.stop("db"));

    assertThat(run().succeeded()).isTrue();
  }

  @Test
  void a_graceful_cancellation_lets_running_calls_end_and_begins_nothing_more() {
    Hold hold = engine.hold("start shop-db-1");
    int db = plan.start("db");
    plan.start("web", db);
    CompletableFuture<Report> report = running();
    hold.awaitCall();

    cancellation.advance();
    hold.release();

    assertThat(report.join().outcomes().get(2)).isInstanceOf(Outcome.Done.class);
    assertThat(report.join().outcomes().get(3)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(report.join().wasCancelled()).isTrue();
    assertThat(engine.leftovers()).containsExactly("container shop-db-1");
  }

  @Test
  void an_image_that_no_registry_has_is_built_where_it_can_be() {
    Project project = Models.project("shop", Models.building("web"));
    var build =
        Action.BuildImage.of(project, project.service(new ServiceName("web")), new TreeMap<>());
    plan.add(
        new Action.PullImage(build.image(), Optional.empty(), new TreeSet<>(), Optional.of(build)));

    Report report = running().join();

    assertThat(report.succeeded()).isTrue();
    assertThat(engine.calls())
        .containsSubsequence("pull " + build.image(), "build " + build.request().tags().getFirst());
  }

  @Test
  void the_first_cancellation_ends_pulls_and_builds() {
    engine.withRegistry("redis");
    engine.hold("pull redis");
    engine.hold("build busybox:latest");
    Project project = Models.project("shop", Models.service("db"), Models.building("web"));
    plan.add(new Action.PullImage(new ImageRef("redis"), Optional.empty(), new TreeSet<>()));
    plan.add(
        Action.BuildImage.of(project, project.service(new ServiceName("web")), new TreeMap<>()));
    plan.start("db", 1);
    CompletableFuture<Report> report = running();
    engine.awaitCall("pull redis");
    engine.awaitCall("build busybox:latest");

    cancellation.advance();

    assertThat(report.join().outcomes().values()).allMatch(Outcome.Cancelled.class::isInstance);
  }

  @Test
  void a_kill_interrupts_running_calls() {
    Hold hold = engine.hold("start shop-db-1");
    plan.start("web", plan.start("db"));
    CompletableFuture<Report> report = running();
    hold.awaitCall();

    cancellation.advance();
    cancellation.advance();

    assertThat(report.join().outcomes().get(2)).isInstanceOf(Outcome.Cancelled.class);
    assertThat(report.join().outcomes().get(4)).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void a_cancelled_run_leaves_its_gates_at_once() {
    engine.hold("exec shop-db-1");
    plan.start("web", plan.gate("db", GateRule.HEALTHY, plan.start("db")));
    CompletableFuture<Report> report = running();
    engine.awaitCall("exec shop-db-1");

    cancellation.advance();

    assertThat(report.join().outcomes().get(3)).isInstanceOf(Outcome.Cancelled.class);
  }

  @Test
  void a_cancelled_run_begins_nothing() {
    cancellation.advance();
    plan.start("db");

    assertThat(run().wasCancelled()).isTrue();
    assertThat(engine.calls()).isEmpty();
  }

  @Test
  void a_bug_in_one_step_ends_the_others_and_is_told() {
    engine.hold("start shop-db-1");
    plan.start("db");
    plan.start("web");
    EventSink faulty =
        event -> {
          if (event instanceof Event.StepBegun begun
              && begun.step().action().subject().equals("container shop-web-1")) {
            engine.awaitCall("start shop-db-1");
            throw new IllegalStateException("bug");
          }
          sink.accept(event);
        };

    assertThatThrownBy(
            () -> new Runner(engine, Budgets.DEFAULT).run(plan.plan(), faulty, cancellation))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("bug");

    assertThat(sink.events(Event.StepEnded.class))
        .anyMatch(ended -> ended.outcome() instanceof Outcome.Cancelled);
  }

  @Test
  void a_slow_stop_gives_its_permit_back() {
    var few = new Budgets(1, 1, 1, 1, 1, 1, 1);
    for (String service : new String[] {"db", "web"}) {
      engine.containers().start(engine.containers().create(plan.spec(service, 1)));
      plan.stop(service);
    }
    Hold db = engine.hold("stop shop-db-1");
    Hold web = engine.hold("stop shop-web-1");
    CompletableFuture<Report> report =
        CompletableFuture.supplyAsync(
            () -> new Runner(engine, few).run(plan.plan(), sink, cancellation), threads);

    db.awaitCall();
    web.awaitCall();

    db.release();
    web.release();
    assertThat(report.join().succeeded()).isTrue();
  }

  @Test
  void every_step_tells_how_it_ended() {
    plan.start("web", plan.start("db"));
    engine.fail("create shop-db-1", Kind.IMAGE_NOT_FOUND, "no image");

    run();

    assertThat(sink.events(Event.StepEnded.class)).hasSize(4);
    assertThat(sink.events(Event.StepBegun.class)).hasSize(1);
    assertThat(sink.events().getLast()).isInstanceOf(Event.PlanEnded.class);
  }

  @Test
  void a_network_that_others_use_stays_and_that_is_told() {
    plan.add(new dev.fermata.planner.plan.Action.RemoveNetwork("net", "n1"));
    engine.fail("remove network n1", Kind.IN_USE, "network net has active endpoints");

    assertThat(run().succeeded()).isTrue();
    assertThat(sink.events(Event.StillUsed.class)).hasSize(1);
  }
}
