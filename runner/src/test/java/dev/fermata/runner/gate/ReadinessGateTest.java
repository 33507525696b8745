package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Service;
import dev.fermata.model.ready.Readiness;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail.HealthState;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Gates on services that say themselves what makes them ready. */
@Timeout(60)
class ReadinessGateTest {
  private static final ReadyCheck CHECK = new ReadyCheck.Exec(List.of("ready"));
  private final GateWorld world = new GateWorld();
  private final AtomicInteger failures = new AtomicInteger();

  @AfterEach
  void close() {
    world.close();
  }

  private CompletableFuture<GateResult> waiting(GateRule rule, Readiness readiness) {
    world
        .engine()
        .onExec(
            "db",
            (container, request) ->
                new ExecResult(
                    OptionalInt.of(failures.getAndDecrement() > 0 ? 1 : 0), "", Duration.ZERO));
    var plans = new PlanBuilder(Models.project("shop", GateWorld.PLAIN));
    plans.gateByReadiness("db", rule, readiness);
    return world.waiting(plans);
  }

  @Test
  void needs_no_healthcheck_to_be_awaited_as_healthy() {
    world.started(GateWorld.PLAIN, 1);
    failures.set(1);
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY, Readiness.of(CHECK));
    world.engine().await(() -> world.engine().count("exec shop-db-1") >= 1);
    assertThat(result).isNotDone();
    world.opensAfter(Pace.OF_COMMANDS.first(), result);
  }

  @Test
  void a_healthcheck_beside_it_is_left_to_the_engine() {
    FakeContainer container = world.started(GateWorld.CHECKED, 1);
    failures.set(1);
    CompletableFuture<GateResult> result = waiting(GateRule.READY, Readiness.of(CHECK));
    container.verdict(HealthState.HEALTHY, 0, "");
    container.verdict(HealthState.UNHEALTHY, 1, "");
    world.engine().await(() -> world.engine().count("exec shop-db-1") >= 1);
    assertThat(result).isNotDone();
    world.opensAfter(Pace.OF_COMMANDS.first(), result);
  }

  @Test
  void what_must_be_stable_is_asked_until_it_has_been() {
    world.started(GateWorld.PLAIN, 1);
    var stable =
        new Readiness(
            CHECK, Optional.of(Duration.ofSeconds(1)), Readiness.TIMEOUT, Duration.ofSeconds(2));
    CompletableFuture<GateResult> result = waiting(GateRule.READY_OR_COMPLETED, stable);
    world.engine().await(() -> world.engine().count("exec shop-db-1") == 1);
    world.time().passWhenAwaited(Duration.ofSeconds(1));
    world.engine().await(() -> world.engine().count("exec shop-db-1") == 2);
    assertThat(result).isNotDone();
    world.opensAfter(Duration.ofSeconds(1), result);
  }

  @Test
  void what_cannot_be_asked_shuts_the_gate_at_once() {
    world.started(GateWorld.PLAIN, 1);
    world.engine().fail("exec shop-db-1", Kind.INVALID, "the program is not in the container");
    var tcp =
        new Readiness(
            new ReadyCheck.Tcp(5432),
            Optional.of(Duration.ofSeconds(1)),
            Readiness.TIMEOUT,
            Duration.ZERO);
    CompletableFuture<GateResult> result = waiting(GateRule.HEALTHY, tcp);
    world.time().passWhenAwaited(Duration.ofSeconds(1));
    world.time().passWhenAwaited(Duration.ofSeconds(1));
    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.UNREACHABLE);
    assertThat(report.containers().getFirst().runs().getLast().output())
        .contains("port 5432 is not published");
  }

  private static Service labelled(String name, String text) {
    return Models.changed(Models.service("db"), it -> it.set("labels", Map.of(name, text)));
  }

  private CompletableFuture<GateResult> waitingForLabelled(Service service) {
    world.started(service, 1);
    return world.waiting(GateRule.HEALTHY);
  }

  @Test
  void labels_say_it_where_the_file_does_not() {
    world
        .engine()
        .onExec(
            "db",
            (container, request) ->
                new ExecResult(
                    OptionalInt.of(
                        request.command().equals(List.of("/bin/sh", "-c", "check")) ? 0 : 1),
                    "",
                    Duration.ZERO));
    world.isOpen(waitingForLabelled(labelled("fermata.ready.exec", "check")));
  }

  @Test
  void labels_that_nobody_understands_are_told() {
    CompletableFuture<GateResult> result =
        waitingForLabelled(labelled("fermata.ready.tpc", "5432"));
    Duration first = Pace.OF_CONNECTIONS.first();
    world.time().passWhenAwaited(first);
    world.time().passWhenAwaited(Pace.OF_CONNECTIONS.after(first));
    GateReport report = GateWorld.report(result);
    assertThat(report.cause()).isEqualTo(Cause.UNREACHABLE);
    assertThat(report.containers().getFirst().runs().getLast().output())
        .contains("unknown attribute `tpc` in `x-ready`");
  }
}
