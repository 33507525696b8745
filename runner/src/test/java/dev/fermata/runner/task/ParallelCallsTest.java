package dev.fermata.runner.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ParallelCallsTest {

  @Test
  void no_call_outlives_the_close() {
    var ended = new AtomicBoolean();
    var begun = new CountDownLatch(1);
    try (var calls = new ParallelCalls()) {
      calls.start(() -> {
        begun.countDown();
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          ended.set(true);
        }
        return "";
      });
      await(begun);
    }

    assertThat(ended).isTrue();
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
