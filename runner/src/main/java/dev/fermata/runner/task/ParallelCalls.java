package dev.fermata.runner.task;

import dev.fermata.runner.engine.EngineException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;

/** Calls beside that of this thread; all have ended when this is closed. */
public final class ParallelCalls implements AutoCloseable {
  private final TaskGroup calls = new TaskGroup();

  /** A call that has begun. */
  public record Pending<T>(FutureTask<T> task) {
    public T result() {
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
        throw new IllegalStateException("a bug: a call ended by " + e.getCause(), e);
      }
    }
  }

  public <T> Pending<T> start(Supplier<T> call) {
    var task = new FutureTask<>(call::get);
    calls.fork("engine-call", task);
    return new Pending<>(task);
  }

  /** A call for each subject, all at once; the results in the order of the subjects. */
  public static <S, T> List<T> of(Collection<S> subjects, Function<S, T> call) {
    try (var calls = new ParallelCalls()) {
      List<Pending<T>> begun =
          subjects.stream().map(subject -> calls.start(() -> call.apply(subject))).toList();
      return begun.stream().map(Pending::result).toList();
    }
  }

  /** What nobody waits for any more is ended, and has ended when this returns. */
  @Override
  public void close() {
    calls.close();
  }
}
