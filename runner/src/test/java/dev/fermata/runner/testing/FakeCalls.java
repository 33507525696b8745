package dev.fermata.runner.testing;

import dev.fermata.runner.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The calls that a fake engine got, such as {@code start shop-db-1}; they may fail or be held. */
final class FakeCalls {
  private final List<String> calls = new ArrayList<>();
  private final Map<String, RuntimeException> failures = new ConcurrentHashMap<>();
  private final Map<String, CountDownLatch> holds = new ConcurrentHashMap<>();
  private final Awaiting changed;

  FakeCalls(Awaiting changed) {
    this.changed = changed;
  }

  void got(String call) {
    synchronized (calls) {
      calls.add(call);
    }
    changed.tell();
    hold(call);
    RuntimeException failure = failures.get(call);
    if (failure != null) {
      throw failure;
    }
  }

  /** Fails as the call would, but is none. */
  void foresee(String call) {
    RuntimeException failure = failures.get(call);
    if (failure != null) {
      throw failure;
    }
  }

  private void hold(String call) {
    CountDownLatch hold = holds.get(call);
    if (hold == null) {
      return;
    }
    try {
      hold.await();
    } catch (InterruptedException e) {
      throw new EngineException(EngineException.Kind.INTERRUPTED, call + " was cut short", "", e);
    }
  }

  List<String> all() {
    synchronized (calls) {
      return List.copyOf(calls);
    }
  }

  void fail(String call, RuntimeException failure) {
    failures.put(call, failure);
  }

  void hold(String call, CountDownLatch until) {
    holds.put(call, until);
  }
}
