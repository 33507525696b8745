package dev.fermata.runner.watch;

import dev.fermata.runner.Companion;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * A watch that is switched on and off while something else goes on. Each time it is on it is a new
 * one, which notices changes from then on.
 */
public final class WatchSwitch implements Companion, AutoCloseable {
  private final Opening opening;
  private final ReentrantLock lock = new ReentrantLock();

  /** Notices changes before it acts on them. */
  private Optional<Watch> early = Optional.empty();

  private Optional<Going> going = Optional.empty();

  public enum State {
    ON,
    OFF
  }

  private WatchSwitch(Opening opening) {
    this.opening = opening;
  }

  /** Opens a watch; may fail with a {@link WatchRefusal}. */
  @FunctionalInterface
  public interface Opening {
    Watch open(Consumer<String> warnings);
  }

  public static WatchSwitch off(Opening opening) {
    return new WatchSwitch(opening);
  }

  /** On as soon as it is begun; changes are noticed from now on. */
  public static WatchSwitch on(Opening opening, Consumer<String> warnings) {
    var on = new WatchSwitch(opening);
    on.early = Optional.of(opening.open(warnings));
    return on;
  }

  @Override
  public Companion.Begun begin(EventSink sink) {
    lock.lock();
    try {
      var begun = new Going(sink);
      early.ifPresent(begun::go);
      early = Optional.empty();
      going = Optional.of(begun);
      return begun;
    } finally {
      lock.unlock();
    }
  }

  /** Whether it is on after that. Before it is begun and after its end nothing happens. */
  public State toggle() {
    lock.lock();
    try {
      return going.map(Going::toggle).orElseGet(this::state);
    } finally {
      lock.unlock();
    }
  }

  public State state() {
    lock.lock();
    try {
      boolean on = early.isPresent() || going.filter(it -> it.current.isPresent()).isPresent();
      return on ? State.ON : State.OFF;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      early.ifPresent(Watch::close);
      early = Optional.empty();
    } finally {
      lock.unlock();
    }
  }

  /** The watch that is on, and what acts on what it notices. */
  private record Current(Watch watch, Companion.Begun begun) implements AutoCloseable {
    @Override
    public void close() {
      begun.close();
      watch.close();
    }
  }

  /** From when all is up to the end. */
  private final class Going implements Companion.Begun {
    private final EventSink sink;
    private Optional<Current> current = Optional.empty();
    private long earlierChanges;
    private boolean left;

    private Going(EventSink sink) {
      this.sink = sink;
    }

    private void go(Watch watch) {
      current = Optional.of(new Current(watch, watch.begin(sink)));
    }

    private State toggle() {
      if (left) {
        return state();
      }
      if (current.isPresent()) {
        end();
        return State.OFF;
      }
      go(opening.open(warning -> sink.accept(new Event.Notice("warning: " + warning))));
      return State.ON;
    }

    private void end() {
      Optional<Current> ending = current;
      current = Optional.empty();
      ending.ifPresent(it -> {
        it.close();
        earlierChanges += it.begun().changes();
      });
    }

    @Override
    public long changes() {
      lock.lock();
      try {
        return earlierChanges + current.map(it -> it.begun().changes()).orElse(0L);
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void awaitRest() throws InterruptedException {
      Optional<Current> awaited = now();
      if (awaited.isPresent()) {
        awaited.get().begun().awaitRest();
      }
    }

    private Optional<Current> now() {
      lock.lock();
      try {
        return current;
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void leave() {
      lock.lock();
      try {
        left = true;
        current.ifPresent(it -> it.begun().leave());
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        left = true;
        end();
      } finally {
        lock.unlock();
      }
    }
  }
}
