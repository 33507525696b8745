package dev.fermata.runner.docker;

import dev.fermata.runner.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/** Calls beside that of this thread; all have ended when this is closed. */
final class ParallelCalls implements AutoCloseable {
  private final List<Thread> threads = new ArrayList<>();

  /** A call that has begun. */
  record Pending<T>(FutureTask<T> task) {
    T result() {
      try {
        return task.get();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new EngineException(
            EngineException.Kind.INTERRUPTED, "the call to the engine was ended", "", e);
      } catch (ExecutionException e) {
        if (e.getCause() instanceof RuntimeException failure) {
          throw failure;
        }
        throw new IllegalStateException("bug: a call ended by " + e.getCause(), e);
      }
    }
  }

  <T> Pending<T> start(Supplier<T> call) {
    var task = new FutureTask<>(call::get);
    threads.add(Thread.ofVirtual().name("engine-call").start(task));
    return new Pending<>(task);
  }

  /** What nobody waits for any more is ended. */
  @Override
  public void close() {
    threads.forEach(Thread::interrupt);
  }
}
