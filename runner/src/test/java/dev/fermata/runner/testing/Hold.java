package dev.fermata.runner.testing;

import java.util.concurrent.CountDownLatch;

/** A call that a fake engine does not answer yet. */
public final class Hold {
  private final FakeEngine engine;
  private final String call;
  private final CountDownLatch latch;

  Hold(FakeEngine engine, String call, CountDownLatch latch) {
    this.engine = engine;
    this.call = call;
    this.latch = latch;
  }

  public void awaitCall() {
    engine.awaitCall(call);
  }

  public void release() {
    latch.countDown();
  }
}
