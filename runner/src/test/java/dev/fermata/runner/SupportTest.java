package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import org.junit.jupiter.api.Test;

class SupportTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final Project project =
      Models.project("shop", Models.service("db"), Models.service("web"));

  @Test
  void what_the_engine_is_too_old_for_is_told_before_anything_is_changed() {
    engine.fail("support shop-web-1", Kind.NOT_SUPPORTED, "`umask` needs engine API 1.56");

    RunResult result =
        new Stack(engine, Budgets.DEFAULT)
            .run(
                new Request.Up(project, UpOptions.DEFAULT),
                new RecordingSink(),
                new Cancellation());

    assertThat(((RunResult.Refused) result).problems())
        .extracting(Problem::message)
        .containsExactly("`umask` needs engine API 1.56");
    assertThat(engine.leftovers()).isEmpty();
  }
}
