package dev.fermata.runner.gate;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Probe;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.Sighting.Probing;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Looks at one container for the gates that wait for it: when an event tells of it, when our probe
 * succeeds, and now and then, since an event may be lost. Runs the container's check meanwhile.
 */
final class Watch implements AutoCloseable {
  /** What a watch sees: a container, its absence, or nothing any more, and why. */
  sealed interface View {
    record Seen(Sighting sighting) implements View {}

    record Gone(Optional<Sighting> last) implements View {}

    record Broken(RuntimeException cause) implements View {}
  }

  private final Prober.Tools tools;
  private final ContainerRef container;
  private final Instant begun;
  private final Supplier<Duration> period;
  private final TaskGroup watching = new TaskGroup();
  private final Signal wake = new Signal();
  private final Set<Signal> listeners = ConcurrentHashMap.newKeySet();
  private final Map<Probe, ProbeRuns> probes = new ConcurrentHashMap<>();

  private final AtomicLong asked = new AtomicLong();

  private volatile @Nullable View view;
  private volatile long answered = -1;
  private volatile boolean closed;
  private volatile View.@Nullable Broken broken;
  private @Nullable Sighting last;

  /** {@code begun} is when the run began, by our clock. */
  Watch(Prober.Tools tools, ContainerRef container, Instant begun, Supplier<Duration> period) {
    this.tools = tools;
    this.container = container;
    this.begun = begun;
    this.period = period;
  }

  void start() {
    watching.fork("watch " + container, this::watch);
  }

  ContainerRef container() {
    return container;
  }

  /** Whether an event's container, by id or by name, is this one. */
  boolean isOf(String id, @Nullable String name) {
    View now = view;
    if (now instanceof View.Seen seen && seen.sighting().detail().id().equals(id)) {
      return true;
    }
    return container.handle().equals(id) || container.name().equals(name);
  }

  /** Empty before the first look. */
  Optional<View> view() {
    return Optional.ofNullable(view);
  }

  /** Our last runs of each probe, oldest first. */
  List<Run> runs() {
    return probes.values().stream().flatMap(probe -> probe.last().stream()).toList();
  }

  /** Looks again, now; answers with what tells whether that has been done. */
  long look() {
    long ask = asked.incrementAndGet();
    wake.give();
    return ask;
  }

  /** Whether the view is of a look that began after it was asked for. */
  boolean hasLooked(long ask) {
    return answered >= ask;
  }

  /** From now on these are run, each until it succeeds, and again in the next life. */
  void probe(List<Probe> wanted) {
    if (wanted.isEmpty()) {
      return;
    }
    synchronized (probes) {
      for (Probe probe : wanted) {
        if (!probes.containsKey(probe)) {
          var listener = new ProbeRuns.Listener(this::look, this::breakOff);
          probes.put(probe, new ProbeRuns(tools, probe, listener));
          view = broken;
        }
      }
    }
    look();
  }

  void listen(Signal listener) {
    listeners.add(listener);
  }

  /** The listener leaves; whether it was the last one. */
  boolean isLeftBy(Signal listener) {
    listeners.remove(listener);
    return listeners.isEmpty();
  }

  /** When it returns nobody looks or probes any more. */
  @Override
  public void close() {
    closed = true;
    watching.close();
  }

  private void watch() {
    try {
      while (!closed) {
        long ask = asked.get();
        int asking = probes.size();
        if (!show(seen(), asking)) {
          continue;
        }
        answered = ask;
        tellAll();
        wake.await(tools.time(), period.get());
      }
    } catch (InterruptedException ended) {
      return;
    } catch (RuntimeException | Error bug) {
      breakOff(bug);
    } finally {
      probes.values().forEach(ProbeRuns::close);
    }
  }

  /** What was seen before a probe was wanted says nothing to whoever wants it. */
  private boolean show(View seen, int asking) {
    synchronized (probes) {
      if (probes.size() != asking) {
        return false;
      }
      view = seen;
      return true;
    }
  }

  private void tellAll() {
    listeners.forEach(Signal::give);
  }

  /** Whoever waits must not wait for a watch or a probe that has ended. */
  private void breakOff(Throwable bug) {
    String what = "the watch of " + container + " broke off: " + bug;
    synchronized (probes) {
      broken = new View.Broken(new IllegalStateException(what, bug));
      view = broken;
    }
    tellAll();
  }

  private View seen() {
    if (broken != null) {
      return broken;
    }
    try {
      Sighting sighting = sighting(tools.engine().containers().inspect(container.handle()));
      last = sighting;
      probes.values().forEach(probe -> probe.follow(sighting));
      return new View.Seen(sighting);
    } catch (EngineException e) {
      return e.kind() == EngineException.Kind.NOT_FOUND
          ? new View.Gone(Optional.ofNullable(last))
          : new View.Broken(e);
    }
  }

  private Sighting sighting(ContainerDetail detail) {
    Instant now = tools.time().now();
    // Whoever waits for a service asks the same of it.
    Probing probing =
        probes.values().stream().findFirst().map(runs -> runs.in(detail)).orElse(Probing.NONE);
    Sighting before = last;
    return before == null
        ? Sighting.first(detail, now, Duration.between(begun, now), probing)
        : before.next(detail, now, probing);
  }
}
