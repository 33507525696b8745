package dev.fermata.runner.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.FakeTime;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.PlanBuilder;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Gates on the service {@code db} of a shop, in an engine whose time stands still. */
final class GateWorld implements AutoCloseable {
  static final Service CHECKED = Models.healthchecked(Models.service("db"), "CMD", "ready");
  static final Service PLAIN = Models.service("db");

  private final FakeTime time;
  private final FakeEngine engine;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<String> words = new CopyOnWriteArrayList<>();
  private final List<String> notices = new CopyOnWriteArrayList<>();
  private final Gates gates;

  GateWorld() {
    this(Duration.ZERO);
  }

  /** The engine's clock is so far ahead of ours. */
  GateWorld(Duration ahead) {
    time = new FakeTime();
    engine = new FakeEngine(time, ahead).withImages("busybox");
    gates = Gates.open(engine, new ProjectName("shop"), 8, time, notices::add);
  }

  private GateWorld(GateWorld before) {
    time = before.time;
    engine = before.engine;
    gates = Gates.open(engine, new ProjectName("shop"), 8, time, notices::add);
  }

  /** The same engine, and gates of a run that begins so much later. */
  GateWorld later(Duration after) {
    time.pass(after);
    return new GateWorld(this);
  }

  FakeTime time() {
    return time;
  }

  FakeEngine engine() {
    return engine;
  }

  Gates gates() {
    return gates;
  }

  /** What those that waited were told meanwhile. */
  List<String> words() {
    return words;
  }

  List<String> notices() {
    return notices;
  }

  @Override
  public void close() {
    gates.close();
    threads.shutdownNow();
  }

  FakeContainer started(Service service, int number) {
    var plans = new PlanBuilder(Models.project("shop", service));
    String id = engine.containers().create(plans.spec(service.name().text(), number));
    engine.containers().start(id);
    return engine.container(id);
  }

  CompletableFuture<GateResult> waiting(GateRule rule) {
    return waiting(rule, 1);
  }

  CompletableFuture<GateResult> waiting(GateRule rule, int replicas) {
    var plans = new PlanBuilder(Models.project("shop", PLAIN));
    plans.gateOfAll("db", rule, replicas);
    return waiting(plans);
  }

  CompletableFuture<GateResult> waiting(PlanBuilder plans) {
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

  void failingCheck() {
    engine.onExec(
        "db",
        (container, request) ->
            new ExecResult(OptionalInt.of(1), "not yet", Duration.ofMillis(10)));
  }

  static GateReport report(CompletableFuture<GateResult> result) {
    return ((GateResult.Shut) result.join()).report();
  }

  void opensAfter(Duration duration, CompletableFuture<GateResult> result) {
    time.passWhenAwaited(duration);
    isOpen(result);
  }

  void isOpen(CompletableFuture<GateResult> result) {
    assertThat(result.join()).isInstanceOf(GateResult.Opened.class);
  }
}
