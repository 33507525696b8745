package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.planner.request.DownOptions;
import dev.fermata.planner.request.OneOff;
import dev.fermata.planner.request.Overrides;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.spec.AfterEnd;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.event.Outcome;
import dev.fermata.runner.testing.FakeContainer;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Two commands at once on one project: nothing keeps them apart. */
@Timeout(60)
class OvertakenRunTest {
  private static final Project BEFORE = Models.project("shop", Models.service("web", "old"));
  private static final Project AFTER = Models.project("shop", Models.service("web", "new"));

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  @BeforeEach
  void bringUp() {
    up(BEFORE, new RecordingSink());
  }

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private RunResult.Ran up(Project project, RecordingSink sink) {
    var request = new Request.Up(project, UpOptions.DEFAULT);
    return (RunResult.Ran)
        new Stack(engine, Budgets.DEFAULT).run(request, sink, new Cancellation());
  }

  private CompletableFuture<RunResult.Ran> begun(RecordingSink sink) {
    Supplier<RunResult.Ran> run = () -> up(AFTER, sink);
    return CompletableFuture.supplyAsync(run, threads);
  }

  private String temporaryName() {
    return engine.container("shop-web-1").id().substring(0, 12) + "_shop-web-1";
  }

  private void isAsWanted() {
    FakeContainer web = engine.container("shop-web-1");
    assertThat(web.isRunning()).isTrue();
    assertThat(web.spec().process().command().toString()).contains("new");
    assertThat(engine.leftovers())
        .filteredOn(left -> left.startsWith("container "))
        .containsExactly("container shop-web-1");
  }

  @RepeatedTest(20)
  void several_that_want_the_same_all_succeed() {
    List<CompletableFuture<RunResult.Ran>> runs =
        Stream.generate(RecordingSink::new).limit(4).map(this::begun).toList();

    assertThat(runs).allMatch(run -> run.join().report().succeeded());
    isAsWanted();
  }

  @Test
  void one_whose_successor_is_taken_away_says_so_and_plans_anew() {
    String successor = temporaryName();
    Hold rename = engine.hold("rename " + successor + " shop-web-1");
    var sink = new RecordingSink();
    CompletableFuture<RunResult.Ran> run = begun(sink);
    rename.awaitCall();
    engine.containers().remove(successor, AnonymousVolumes.REMOVE);

    rename.release();

    assertThat(run.join().report().succeeded()).isTrue();
    assertThat(sink.events(Event.StepEnded.class))
        .extracting(Event.StepEnded::outcome)
        .anyMatch(outcome ->
            outcome instanceof Outcome.Failed failed
                && failed.failure() instanceof Failure.Overtaken);
    assertThat(sink.events(Event.Notice.class))
        .extracting(Event.Notice::text)
        .containsExactly(
            "another command is changing `shop` at the same time; looking again, and planning"
                + " anew");
    isAsWanted();
  }

  @Test
  void one_whose_network_is_taken_away_makes_it_again() {
    Hold start = engine.hold("start mall-web-1");
    CompletableFuture<RunResult.Ran> run =
        CompletableFuture.supplyAsync(() -> up(joined(), new RecordingSink()), threads);
    start.awaitCall();
    engine.networks().remove("mall_default");

    start.release();

    assertThat(run.join().report().succeeded()).isTrue();
    assertThat(engine.container("mall-web-1").isRunning()).isTrue();
  }

  /** Another than the one that is up already. */
  private static Project joined() {
    return ProjectBuilder.named("mall")
        .service("web", web -> web.image("busybox").command("new"))
        .build()
        .value()
        .orElseThrow();
  }

  @Test
  void one_whose_network_is_made_twice_removes_the_second() {
    Hold start = engine.hold("start mall-web-1");
    CompletableFuture<RunResult.Ran> run =
        CompletableFuture.supplyAsync(() -> up(joined(), new RecordingSink()), threads);
    start.awaitCall();
    engine.twin("mall_default");

    start.release();

    assertThat(run.join().report().succeeded()).isTrue();
    assertThat(engine.container("mall-web-1").isRunning()).isTrue();
    assertThat(engine.leftovers()).containsOnlyOnce("network mall_default");
  }

  @Test
  void down_removes_all_networks_of_one_name() {
    up(joined(), new RecordingSink());
    engine.twin("mall_default");
    var request = new Request.Down(Target.of(joined()), DownOptions.DEFAULT);

    RunResult result =
        new Stack(engine, Budgets.DEFAULT).run(request, event -> {}, new Cancellation());

    assertThat(((RunResult.Ran) result).report().succeeded()).isTrue();
    assertThat(engine.leftovers()).noneMatch(left -> left.contains("mall"));
  }

  @Test
  void a_successor_that_has_its_final_name_by_now_is_no_leftover() {
    String successor = temporaryName();
    Hold first = engine.hold("stop shop-web-1");
    CompletableFuture<RunResult.Ran> run = begun(new RecordingSink());
    first.awaitCall();
    String made = engine.container(successor).id();
    Hold removal = engine.hold("remove " + successor);
    CompletableFuture<RunResult.Ran> beside = begun(new RecordingSink());
    removal.awaitCall();

    first.release();
    assertThat(run.join().report().succeeded()).isTrue();
    removal.release();

    assertThat(beside.join().report().succeeded()).isTrue();
    assertThat(engine.container("shop-web-1").id()).isEqualTo(made);
    isAsWanted();
  }

  @Test
  void a_run_whose_own_container_has_not_begun_is_planned_anew() {
    Project wanted =
        Models.project(
            "shop",
            Models.service("web", "new"),
            Models.waiting(Models.service("job", "once"), "web", Condition.STARTED));
    String successor = temporaryName();
    Hold rename = engine.hold("rename " + successor + " shop-web-1");
    Supplier<RunResult> once =
        () -> new Stack(engine, Budgets.DEFAULT).run(run(wanted), event -> {}, new Cancellation());
    CompletableFuture<RunResult> run = CompletableFuture.supplyAsync(once, threads);
    rename.awaitCall();
    engine.containers().remove(successor, AnonymousVolumes.REMOVE);

    rename.release();

    assertThat(run.join())
        .isInstanceOfSatisfying(
            RunResult.Ran.class, ran -> assertThat(ran.report().succeeded()).isTrue());
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.container("shop-job-run-0123456789ab").isRunning()).isTrue();
    assertThat(engine.calls().stream().filter("start shop-job-run-0123456789ab"::equals))
        .hasSize(1);
  }

  private static Request.Run run(Project project) {
    var job = new ServiceName("job");
    var nothingElse =
        new Overrides(
            Optional.empty(),
            Optional.empty(),
            new LinkedHashMap<>(),
            Optional.empty(),
            Optional.empty(),
            new Overrides.Streams(false, false),
            new Overrides.Capabilities(List.of(), List.of()),
            List.of(),
            Optional.of(List.of()),
            new TreeMap<>());
    var oneOff =
        new OneOff(
            job,
            Optional.empty(),
            "0123456789abcdef",
            OneOff.Aliases.OWN_NAME,
            AfterEnd.KEPT,
            nothingElse);
    var selected = new UpOptions.Selection(new TreeSet<>(Set.of(job)), Dependencies.WITH);
    return new Request.Run(project, UpOptions.DEFAULT.withSelection(selected), oneOff);
  }
}
