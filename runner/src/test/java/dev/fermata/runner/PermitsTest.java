package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.testing.RecordingSink;
import dev.fermata.runner.time.Time;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class PermitsTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Permits permits = new Permits(new Budgets(1, 1, 1, 1, 1, 1, 1));

  private SortedMap<Integer, Outcome> run(Plan plan) {
    var actions = new Actions(engine, Optional.empty(), sink, Time.SYSTEM, BeforeStart.NOTHING);
    var around = new Execution.Surroundings(sink, new Cancellation(), Time.SYSTEM);
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
}
