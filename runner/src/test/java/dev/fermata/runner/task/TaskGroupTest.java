package dev.fermata.runner.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class TaskGroupTest {
  private final AtomicInteger ended = new AtomicInteger();
  private final CountDownLatch never = new CountDownLatch(1);

  private void waitForEver() {
    try {
      never.await();
    } catch (InterruptedException e) {
      ended.incrementAndGet();
    }
  }

  @Test
  void a_join_returns_when_all_have_ended() throws InterruptedException {
    try (var group = new TaskGroup()) {
      group.fork("one", ended::incrementAndGet);
      group.fork("two", ended::incrementAndGet);

      group.join();

      assertThat(ended).hasValue(2);
    }
  }

  @Test
  void a_bug_in_one_ends_the_others_and_is_thrown_by_the_join() {
    try (var group = new TaskGroup()) {
      group.fork("waiting", this::waitForEver);
      group.fork(
          "faulty",
          () -> {
            throw new IllegalStateException("bug");
          });

      assertThatThrownBy(group::join).isInstanceOf(IllegalStateException.class).hasMessage("bug");
      assertThat(ended).hasValue(1);
    }
  }

  @Test
  void what_is_closed_has_ended() {
    try (var group = new TaskGroup()) {
      group.fork("waiting", this::waitForEver);
      group.fork("waiting too", this::waitForEver);
    }

    assertThat(ended).hasValue(2);
  }

  @Test
  void what_begins_after_the_interrupt_is_interrupted() throws InterruptedException {
    try (var group = new TaskGroup()) {
      group.interrupt();
      group.fork("late", this::waitForEver);

      group.join();
    }

    assertThat(ended).hasValue(1);
  }

  @Test
  void an_interrupted_close_waits_all_the_same() {
    try (var group = new TaskGroup()) {
      group.fork("waiting", this::waitForEver);
      Thread.currentThread().interrupt();
    }

    assertThat(Thread.interrupted()).isTrue();
    assertThat(ended).hasValue(1);
  }
}
