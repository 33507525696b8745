package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.EndWait.Ended;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EndWaitTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final List<Ended> told = new ArrayList<>();

  @BeforeEach
  void start_two() {
    for (String service : List.of("one", "two")) {
      var project = Models.project("shop", Models.service(service));
      String id = engine.containers().create(new PlanBuilder(project).spec(service, 1));
      engine.containers().start(id);
    }
  }

  private List<ObservedContainer> both() {
    var project = Models.project("shop", Models.service("one"));
    return engine.system().observe(ObserveRequest.of(project.name())).containers();
  }

  @Test
  void the_ends_are_told_as_they_come_and_the_last_one_counts() throws InterruptedException {
    Thread ending =
        Thread.ofVirtual()
            .start(() -> {
              engine.awaitCall("wait shop-one-1");
              engine.awaitCall("wait shop-two-1");
              engine.container("shop-two-1").exit(2);
              engine.await(() -> !told.isEmpty());
              engine.container("shop-one-1").exit(1);
            });

    Ended last =
        new EndWait(engine.containers())
            .all(
                both(),
                ended -> {
                  told.add(ended);
                  engine.container("shop-one-1").print("told");
                });

    ending.join();
    assertThat(told).extracting(Ended::exitCode).containsExactly(2, 1);
    assertThat(last.exitCode()).isEqualTo(1);
  }

  @Test
  void what_cannot_be_awaited_ends_the_wait() {
    engine.fail("wait shop-two-1", Kind.NOT_FOUND, "gone");

    assertThatThrownBy(() -> new EndWait(engine.containers()).all(both(), told::add))
        .isInstanceOf(EngineException.class)
        .hasMessage("gone");
  }

  @Test
  void an_interrupt_ends_the_wait() {
    Thread self = Thread.currentThread();
    Thread.ofVirtual()
        .start(() -> {
          engine.awaitCall("wait shop-two-1");
          self.interrupt();
        });

    assertThatThrownBy(() -> new EndWait(engine.containers()).all(both(), told::add))
        .isInstanceOf(InterruptedException.class);
  }
}
