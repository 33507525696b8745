package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.AttachedEnd.Why;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AttachedRunTest {
  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  private final RecordingSink sink = new RecordingSink();
  private final Cancellation cancellation = new Cancellation();
  private final Cancellation detaching = new Cancellation();
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private Project project = Models.project("shop", Models.service("web"), Models.service("db"));

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private CompletableFuture<AttachedEnd.Ended> running(Attachment attachment) {
    return running(attachment, UpOptions.DEFAULT);
  }

  private CompletableFuture<AttachedEnd.Ended> running(Attachment attachment, UpOptions options) {
    var attached = new AttachedRun.Attached(new Request.Up(project, options), attachment);
    var run = new AttachedRun(engine, new Stack(engine, Budgets.DEFAULT), sink, attached);
    detaching.subscribe(stage -> run.leave());
    var end = new CompletableFuture<AttachedEnd.Ended>();
    threads.execute(() -> {
      try {
        end.complete((AttachedEnd.Ended) run.run(cancellation));
      } catch (InterruptedException | RuntimeException e) {
        end.completeExceptionally(e);
      }
    });
    return end;
  }

  private Attachment attached() {
    return Attachment.to(project.services().keySet());
  }

  private Attachment until(Attachment.Until until, Optional<ServiceName> exitCodeFrom) {
    var all = new TreeSet<>(project.services().keySet());
    return new Attachment(all, all, until, exitCodeFrom);
  }

  private void awaitUp() {
    sink.await(Event.PlanEnded.class::isInstance);
  }

  @Test
  void it_ends_when_all_have_ended() {
    engine.onStart("web", container -> container.exit(0));
    engine.onStart("db", container -> container.exit(1));

    AttachedEnd.Ended end = running(attached()).join();

    assertThat(end.why()).isEqualTo(Why.ALL_ENDED);
    assertThat(end.exit().code()).isZero();
    assertThat(sink.events(Event.ContainerEnded.class)).hasSize(2);
  }

  @Test
  void a_failed_up_ends_it_and_what_was_started_stays() {
    engine.fail("start shop-web-1", Kind.PORT_IN_USE, "port 80 is taken");

    AttachedEnd.Ended end = running(attached()).join();

    assertThat(end.why()).isEqualTo(Why.UP_FAILED);
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }

  @Test
  void a_cancellation_stops_the_project() {
    CompletableFuture<AttachedEnd.Ended> end = running(attached());
    awaitUp();

    cancellation.advance();

    assertThat(end.join().why()).isEqualTo(Why.CANCELLED);
    assertThat(engine.calls()).contains("stop shop-web-1", "stop shop-db-1");
    assertThat(engine.container("shop-web-1").isRunning()).isFalse();
  }

  @Test
  void who_leaves_leaves_it_running() {
    CompletableFuture<AttachedEnd.Ended> end = running(attached());
    awaitUp();

    detaching.advance();

    assertThat(end.join().why()).isEqualTo(Why.LEFT);
    assertThat(engine.container("shop-web-1").isRunning()).isTrue();
    assertThat(engine.calls()).doesNotContain("stop shop-web-1");
  }

  @Test
  void what_was_not_asked_for_runs_on() {
    project =
        Models.project(
            "shop",
            Models.waiting(Models.service("web"), "db", Condition.STARTED),
            Models.service("db"));
    var web = Set.of(new ServiceName("web"));
    var selection = new UpOptions.Selection(new TreeSet<>(web), UpOptions.Dependencies.WITH);
    CompletableFuture<AttachedEnd.Ended> end =
        running(Attachment.to(web), UpOptions.DEFAULT.withSelection(selection));
    awaitUp();

    cancellation.advance();

    assertThat(end.join().why()).isEqualTo(Why.CANCELLED);
    assertThat(engine.container("shop-web-1").isRunning()).isFalse();
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }

  @Test
  void who_is_shown_is_told_before_the_first_start() {
    engine.onStart("web", container -> container.exit(0));
    engine.onStart("db", container -> container.exit(0));

    running(attached()).join();

    assertThat(sink.events(Event.Attached.class))
        .containsExactly(new Event.Attached(List.of("shop-db-1", "shop-web-1")));
  }

  @Test
  void a_second_cancellation_kills_what_does_not_stop() {
    CompletableFuture<AttachedEnd.Ended> end = running(attached());
    awaitUp();
    Hold hold = engine.hold("stop shop-web-1");
    cancellation.advance();
    hold.awaitCall();

    cancellation.advance();

    engine.awaitCall("kill shop-web-1 SIGKILL");
    hold.release();
    assertThat(end.join().why()).isEqualTo(Why.CANCELLED);
  }

  @Test
  void the_first_exit_aborts_where_asked_and_gives_its_code() {
    CompletableFuture<AttachedEnd.Ended> end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.empty()));
    awaitUp();

    engine.container("shop-web-1").exit(3);

    assertThat(end.join().why()).isEqualTo(Why.ABORTED);
    assertThat(end.join().exit().code()).isEqualTo(3);
    assertThat(engine.container("shop-db-1").isRunning()).isFalse();
  }

  @Test
  void the_exit_code_is_of_the_service_asked_for() {
    var fromDb = Optional.of(new ServiceName("db"));
    CompletableFuture<AttachedEnd.Ended> end = running(until(Attachment.Until.FIRST_EXIT, fromDb));
    awaitUp();

    engine.container("shop-web-1").exit(3);

    assertThat(end.join().exit().code()).isEqualTo(143);
  }

  @Test
  void a_clean_exit_does_not_abort_where_only_failures_do() {
    engine.onStart("web", container -> container.exit(0));
    CompletableFuture<AttachedEnd.Ended> end =
        running(until(Attachment.Until.FIRST_FAILURE, Optional.empty()));
    sink.await(Event.ContainerEnded.class::isInstance);
    awaitUp();

    engine.container("shop-db-1").exit(5);

    assertThat(end.join().exit().code()).isEqualTo(5);
  }

  private void withJob() {
    project =
        Models.project(
            "shop",
            Models.service("migrate"),
            Models.service("db"),
            Models.waiting(Models.service("tests"), "migrate", Condition.COMPLETED));
  }

  @Test
  void a_job_that_somebody_waits_for_aborts_nothing_and_the_code_is_of_who_waited() {
    withJob();
    engine.onStart("migrate", container -> container.exit(0));
    engine.onStart("tests", container -> container.exit(5));

    AttachedEnd.Ended end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.of(new ServiceName("tests")))).join();

    assertThat(end.why()).isEqualTo(Why.ABORTED);
    assertThat(end.exit().code()).isEqualTo(5);
    assertThat(engine.container("shop-db-1").isRunning()).isFalse();
  }

  @Test
  void a_job_that_fails_stops_all_and_who_never_ran_gives_no_success() {
    withJob();
    engine.onStart("migrate", container -> container.exit(3));

    AttachedEnd.Ended end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.of(new ServiceName("tests")))).join();

    assertThat(end.why()).isEqualTo(Why.ABORTED);
    assertThat(end.exit().code()).isEqualTo(3);
    assertThat(engine.container("shop-db-1").isRunning()).isFalse();
  }

  @Test
  void it_stays_with_a_container_whose_lines_nobody_keeps() {
    project = Models.project("shop", Models.logging(Models.service("quiet"), "none", Map.of()));
    CompletableFuture<AttachedEnd.Ended> end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.of(new ServiceName("quiet"))));
    awaitUp();
    sink.await(Event.Notice.class::isInstance);
    assertThat(end).isNotDone();

    engine.container("shop-quiet-1").exit(3);

    assertThat(end.join().exit().code()).isEqualTo(3);
  }

  @Test
  void what_the_run_itself_replaces_has_not_ended() {
    new Stack(engine, Budgets.DEFAULT)
        .run(new Request.Up(project, UpOptions.DEFAULT), new RecordingSink(), new Cancellation());
    var forced =
        new UpOptions.Recreation(
            UpOptions.Recreate.FORCE,
            UpOptions.Recreate.FORCE,
            UpOptions.AnonymousVolumes.INHERIT,
            Optional.empty(),
            Set.of());
    CompletableFuture<AttachedEnd.Ended> end =
        running(
            until(Attachment.Until.FIRST_EXIT, Optional.empty()),
            UpOptions.DEFAULT.withRecreation(forced));
    awaitUp();

    engine.container("shop-web-1").exit(4);

    assertThat(end.join().exit().code()).isEqualTo(4);
  }

  @Test
  void a_cancellation_before_the_first_step_kills_nothing() {
    cancellation.advance();

    AttachedEnd.Ended end = running(attached()).join();

    assertThat(end.why()).isEqualTo(Why.CANCELLED);
    assertThat(engine.calls()).noneMatch(call -> call.startsWith("kill"));
  }

  @Test
  void the_first_wish_to_end_an_abort_does_not_kill() {
    CompletableFuture<AttachedEnd.Ended> end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.empty()));
    awaitUp();
    Hold hold = engine.hold("stop shop-db-1");
    engine.container("shop-web-1").exit(3);
    hold.awaitCall();

    cancellation.advance();
    hold.release();

    assertThat(end.join().why()).isEqualTo(Why.CANCELLED);
    assertThat(engine.calls()).noneMatch(call -> call.startsWith("kill"));
  }

  @Test
  void an_engine_that_is_lost_is_no_success() {
    CompletableFuture<AttachedEnd.Ended> end = running(attached());
    awaitUp();
    engine.fail("events shop", Kind.UNREACHABLE, "gone");

    engine.loseEvents();

    assertThatThrownBy(end::join).hasRootCauseMessage("gone");
  }

  @Test
  void it_stays_for_those_it_shows() {
    var shown = new TreeSet<>(Set.of(new ServiceName("web")));
    var all = new TreeSet<>(project.services().keySet());
    engine.onStart("web", container -> container.exit(0));

    AttachedEnd.Ended end =
        running(new Attachment(shown, all, Attachment.Until.ALL_ENDED, Optional.empty())).join();

    assertThat(end.why()).isEqualTo(Why.ALL_ENDED);
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }
}
