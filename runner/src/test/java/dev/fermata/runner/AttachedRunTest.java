package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.UpOptions;
import dev.fermata.runner.AttachedEnd.Why;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.FakeEngine;
import dev.fermata.runner.testing.Hold;
import dev.fermata.runner.testing.Models;
import dev.fermata.runner.testing.RecordingSink;
import java.util.Optional;
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
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Project project =
      Models.project("shop", Models.service("web"), Models.service("db"));

  @AfterEach
  void end() {
    threads.shutdownNow();
  }

  private CompletableFuture<AttachedEnd> running(Attachment attachment) {
    var run = new AttachedRun(engine, new Stack(engine, Budgets.DEFAULT), sink, attachment);
    var end = new CompletableFuture<AttachedEnd>();
    threads.execute(() -> {
      try {
        end.complete(run.run(project, UpOptions.DEFAULT, cancellation));
      } catch (InterruptedException | RuntimeException e) {
        end.completeExceptionally(e);
      }
    });
    return end;
  }

  private static Attachment until(Attachment.Until until, Optional<ServiceName> exitCodeFrom) {
    return new Attachment(new TreeSet<>(), new TreeSet<>(), until, exitCodeFrom);
  }

  private void awaitUp() {
    sink.await(Event.PlanEnded.class::isInstance);
  }

  @Test
  void it_ends_when_all_have_ended() {
    engine.onStart("web", container -> container.exit(0));
    engine.onStart("db", container -> container.exit(1));

    AttachedEnd end = running(Attachment.TO_ALL).join();

    assertThat(end.why()).isEqualTo(Why.ALL_ENDED);
    assertThat(end.exitCode()).isZero();
    assertThat(sink.events(Event.ContainerEnded.class)).hasSize(2);
  }

  @Test
  void a_failed_up_ends_it_and_what_was_started_stays() {
    engine.fail("start shop-web-1", Kind.PORT_IN_USE, "port 80 is taken");

    AttachedEnd end = running(Attachment.TO_ALL).join();

    assertThat(end.why()).isEqualTo(Why.UP_FAILED);
    assertThat(engine.container("shop-db-1").isRunning()).isTrue();
  }

  @Test
  void a_cancellation_stops_the_project() {
    CompletableFuture<AttachedEnd> end = running(Attachment.TO_ALL);
    awaitUp();

    cancellation.advance();

    assertThat(end.join().why()).isEqualTo(Why.CANCELLED);
    assertThat(engine.calls()).contains("stop shop-web-1", "stop shop-db-1");
    assertThat(engine.container("shop-web-1").isRunning()).isFalse();
  }

  @Test
  void a_second_cancellation_kills_what_does_not_stop() {
    CompletableFuture<AttachedEnd> end = running(Attachment.TO_ALL);
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
    CompletableFuture<AttachedEnd> end =
        running(until(Attachment.Until.FIRST_EXIT, Optional.empty()));
    awaitUp();

    engine.container("shop-web-1").exit(3);

    assertThat(end.join().why()).isEqualTo(Why.ABORTED);
    assertThat(end.join().exitCode()).isEqualTo(3);
    assertThat(engine.container("shop-db-1").isRunning()).isFalse();
  }

  @Test
  void the_exit_code_is_of_the_service_asked_for() {
    var fromDb = Optional.of(new ServiceName("db"));
    CompletableFuture<AttachedEnd> end = running(until(Attachment.Until.FIRST_EXIT, fromDb));
    awaitUp();

    engine.container("shop-web-1").exit(3);

    assertThat(end.join().exitCode()).isEqualTo(143);
  }

  @Test
  void a_clean_exit_does_not_abort_where_only_failures_do() {
    engine.onStart("web", container -> container.exit(0));
    CompletableFuture<AttachedEnd> end =
        running(until(Attachment.Until.FIRST_FAILURE, Optional.empty()));
    sink.await(Event.ContainerEnded.class::isInstance);
    awaitUp();

    engine.container("shop-db-1").exit(5);

    assertThat(end.join().exitCode()).isEqualTo(5);
  }
}
