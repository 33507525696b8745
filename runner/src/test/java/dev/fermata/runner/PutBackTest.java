package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What earlier steps took away is given back where the step that gives it is not done. */
class PutBackTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Cancellation cancellation = new Cancellation();
  private final Project project =
      Models.project("shop", Models.service("db"), Models.service("web"));
  private final PlanBuilder plan = new PlanBuilder(project);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private Report run() {
    return new Runner(engine, Budgets.DEFAULT).run(plan.plan(), sink, cancellation);
  }

  /** The web is stopped before the db, and started again after it, as in a restart of both. */
  private int restart() {
    int web = plan.stop("web");
    int db = plan.stop("db", web);
    int again = plan.startAgain("db", db);
    return plan.startAgain("web", web, again);
  }

  private void bringUp() {
    var first = new PlanBuilder(project);
    int db = first.start("db");
    first.start("web", db);
    new Runner(engine, Budgets.DEFAULT).run(first.plan(), sink, cancellation);
  }

  @Test
  void what_was_stopped_is_started_again_where_what_it_waits_for_fails() {
    bringUp();
    int web = restart();
    engine.fail("start shop-db-1", Kind.PORT_IN_USE, "port 80 is taken");

    Report report = run();

    assertThat(report.outcomes().get(web)).isEqualTo(new Outcome.Skipped(web - 1));
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.count("start shop-db-1")).as("what failed is not tried again").isEqualTo(2);
    assertThat(sink.events())
        .contains(
            new Event.Notice(
                "`shop-web-1` was stopped for this, and has been started again as it was"));
  }

  @Test
  void what_was_not_stopped_is_not_started_again() {
    bringUp();
    int web = restart();
    engine.fail("stop shop-web-1", Kind.OTHER, "no");

    Report report = run();

    assertThat(report.outcomes().get(web)).isInstanceOf(Outcome.Skipped.class);
    assertThat(engine.count("start shop-web-1")).isEqualTo(1);
  }

  @Test
  void a_graceful_cancellation_gives_back_what_was_stopped() {
    bringUp();
    int web = restart();
    Hold stop = engine.hold("stop shop-db-1");
    CompletableFuture<Report> running = CompletableFuture.supplyAsync(this::run, threads);
    stop.awaitCall();
    cancellation.advance();
    stop.release();

    assertThat(running.join().outcomes().get(web)).isEqualTo(new Outcome.Cancelled());
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }

  @Test
  void what_cannot_be_started_again_is_said() {
    bringUp();
    restart();
    engine.fail("start shop-db-1", Kind.PORT_IN_USE, "port 80 is taken");
    engine.fail("start shop-web-1", Kind.OTHER, "no room");

    run();

    assertThat(sink.events())
        .contains(
            new Event.Notice("container shop-web-1 could not be put back as it was: no room"));
  }
}
