package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Service;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.HealthcheckDetail;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ProberTest {
  private static final Service CHECKED = Models.healthchecked(Models.service("db"), "ready");
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final List<Run> runs = new CopyOnWriteArrayList<>();
  private final List<Throwable> bugs = new CopyOnWriteArrayList<>();

  private Prober prober(String id) {
    var tools = new Prober.Tools(engine, new Semaphore(1), Time.SYSTEM);
    HealthcheckDetail check = engine.containers().inspect(id).health().orElseThrow().check();
    var probe = new ExecProbe(tools, id, check);
    return new Prober(tools, probe, new Prober.Listener(runs::add, bugs::add));
  }

  private String created() {
    return engine
        .containers()
        .create(new PlanBuilder(Models.project("shop", CHECKED)).spec("db", 1));
  }

  @Test
  void what_a_container_answers_that_does_not_run_is_no_run_of_its_check() {
    try (Prober prober = prober(created())) {
      prober.start();
      engine.await(() -> engine.count("exec shop-db-1") >= 2);
    }
    assertThat(runs).isEmpty();
  }

  @Test
  void a_check_that_ends_with_its_container_is_no_run_of_it() {
    String id = created();
    engine.containers().start(id);
    engine.onExec(
        "db",
        (container, request) -> {
          container.exit(1);
          return new ExecResult(OptionalInt.of(137), "", Duration.ZERO);
        });
    try (Prober prober = prober(id)) {
      prober.start();
      engine.await(() -> engine.count("exec shop-db-1") >= 2);
    }
    assertThat(runs).isEmpty();
  }

  @Test
  void a_check_whose_program_is_missing_could_not_be_run() {
    String id = created();
    engine.containers().start(id);
    engine.fail("exec shop-db-1", Kind.INVALID, "the program `ready` is not in the container");
    try (Prober prober = prober(id)) {
      prober.start();
      engine.await(() -> engine.count("exec shop-db-1") >= 2);
    }
    assertThat(runs.getFirst().answer()).isEqualTo(Answer.NOT_BEGUN);
    assertThat(runs.getFirst().output()).contains("not in the container");
  }
}
