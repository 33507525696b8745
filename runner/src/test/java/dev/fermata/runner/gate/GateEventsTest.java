package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.FakeTime;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a gate hears, and what becomes of it where nothing is heard or seen. */
class GateEventsTest {
  private final GateWorld world = new GateWorld();
  private final FakeTime time = world.time();
  private final FakeEngine engine = world.engine();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void a_word_of_the_engine_that_we_do_not_know_makes_it_look() {
    FakeContainer db = world.started(GateWorld.PLAIN, 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");

    db.enter(new ContainerState.Unknown("stopping"), "stopping");
    engine.await(() -> engine.count("inspect shop-db-1") == 2);
    db.enter(ContainerState.EXITED, "died");

    world.isOpen(result);
  }

  @Test
  void the_engine_that_cannot_be_asked_breaks_it_at_once() {
    FakeContainer db = world.started(GateWorld.PLAIN, 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");
    engine.fail("inspect shop-db-1", EngineException.Kind.UNREACHABLE, "no engine");

    db.enter(ContainerState.RUNNING, "update");

    assertThatThrownBy(result::join).hasRootCauseMessage("no engine");
  }

  @Test
  void a_bug_in_its_watch_breaks_it_at_once() {
    world.started(GateWorld.PLAIN, 1);
    engine.fail("inspect shop-db-1", new IllegalArgumentException("what is this?"));

    assertThatThrownBy(world.waiting(GateRule.COMPLETED)::join)
        .hasRootCauseMessage("what is this?");
  }

  @Test
  void a_bug_in_its_probe_breaks_it_at_once() {
    world.started(GateWorld.CHECKED, 1);
    engine.fail("exec shop-db-1", new IllegalArgumentException("what is this?"));

    assertThatThrownBy(world.waiting(GateRule.HEALTHY)::join).hasRootCauseMessage("what is this?");
  }

  @Test
  void a_lost_event_stream_cannot_hang_it() {
    FakeContainer db = world.started(GateWorld.PLAIN, 1);
    CompletableFuture<GateResult> result = world.waiting(GateRule.COMPLETED);
    engine.awaitCall("inspect shop-db-1");
    engine.loseEvents();
    time.awaitAlarm(Gates.WITHOUT_EVENTS);
    db.exit(0);

    time.pass(Gates.WITHOUT_EVENTS);

    world.isOpen(result);
  }

  @Test
  void closing_the_gates_is_not_told_as_a_loss_of_events() {
    world.started(GateWorld.CHECKED, 1);
    world.opensAfter(Judge.CHECKED_AT_FIRST, world.waiting(GateRule.HEALTHY));

    world.gates().close();

    assertThat(world.notices()).isEmpty();
  }
}
