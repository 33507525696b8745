package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fermata.model.ImageRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Permits permits = new Permits(new Budgets(1, 1, 1, 1, 1, 1, 1));

  private SortedMap<Integer, Outcome> run(Plan plan) {
    return run(plan, Time.SYSTEM);
  }

  private SortedMap<Integer, Outcome> run(Plan plan, Time time) {
    var actions = new Actions(engine, Optional.empty(), sink, time, BeforeStart.NOTHING);
    var around = new Execution.Surroundings(sink, new Cancellation(), time);
    return new Execution(plan, actions, permits, around).run();
  }

  /** Those that wait have come to where they wait before it is said that they began nothing. */
  @Test
  void a_budget_bounds_the_calls_of_a_kind() {
    var plan = new PlanBuilder(Models.project("shop", Models.service("db")));
    plan.create("db");
    plan.create("db");
    plan.create("db");
    Action create = plan.plan().steps().getFirst().action();
    Hold hold = engine.hold("create shop-db-1");
    var outcomes = CompletableFuture.supplyAsync(() -> run(plan.plan()));
    hold.awaitCall();

    await().until(() -> permits.waiting(create) == 2);

    assertThat(sink.events(Event.StepBegun.class)).hasSize(1);
    assertThat(engine.count("create shop-db-1")).isEqualTo(1);
    hold.release();
    assertThat(outcomes.join().values()).allMatch(Outcome.Done.class::isInstance);
  }

  /** A time in which each wait lasts until somebody ends them all. */
  private static final class HeldTime implements Time {
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public Instant now() {
      return Instant.EPOCH;
    }

    @Override
    public Alarm alarm(Duration delay, Runnable wake) {
      Thread waiting =
          Thread.startVirtualThread(() -> {
            try {
              end.await();
              wake.run();
            } catch (InterruptedException calledOff) {
              // That was meant.
              Thread.currentThread().interrupt();
            }
          });
      return waiting::interrupt;
    }
  }

  /** A registry that wants to be left alone for a minute is not the only one. */
  @Test
  void a_pull_that_waits_for_its_registry_lets_others_go_on() {
    var plan = new PlanBuilder(Models.project("shop", Models.service("db")));
    plan.add(pull("one"));
    plan.add(pull("two"));
    engine.fail("pull one", Kind.REGISTRY_BUSY, "busy");
    engine.fail("pull two", Kind.REGISTRY_BUSY, "busy");
    var time = new HeldTime();
    var outcomes = CompletableFuture.supplyAsync(() -> run(plan.plan(), time));

    await().until(() -> engine.count("pull one") == 1 && engine.count("pull two") == 1);

    time.end.countDown();
    assertThat(outcomes.join().values()).allMatch(Outcome.Failed.class::isInstance);
    assertThat(engine.count("pull one")).isEqualTo(5);
  }

  private static Action.PullImage pull(String name) {
    return new Action.PullImage(new ImageRef(name), Optional.empty(), new TreeSet<>());
  }
}
