package dev.fermata.runner.gate;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineEvent;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EventStream;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

/**
 * The gates of one run, on one event subscription that is open before the first change. An event
 * only says where to look: the verdict comes from an inspect, which knows which life it is of.
 */
public final class Gates implements AutoCloseable {
  /** How long after a look the next one is made though nothing was heard. */
  static final Duration BACKING = Duration.ofSeconds(5);

  static final Duration WITHOUT_EVENTS = Duration.ofMillis(500);

  /**
   * What others do in or to a container without changing its state, our own probes above all. Any
   * other action may tell something, those that we do not know among them: engines name them
   * differently.
   */
  private static final Set<String> TELLING_NOTHING =
      Set.of(
          "attach",
          "archive-path",
          "commit",
          "copy",
          "detach",
          "exec_create",
          "exec_detach",
          "exec_die",
          "exec_start",
          "export",
          "extract-to-dir",
          "resize",
          "top");

  private final Prober.Tools tools;
  private final EventStream events;
  private final Consumer<String> notices;
  private final TaskGroup reading = new TaskGroup();
  private final Instant begun;
  private final Map<String, Watch> watches = new ConcurrentHashMap<>();
  private final Set<Signal> waiting = ConcurrentHashMap.newKeySet();
  private volatile boolean left;
  private volatile boolean deaf;
  private volatile boolean closed;

  private Gates(Prober.Tools tools, EventStream events, Consumer<String> notices) {
    this.tools = tools;
    this.events = events;
    this.notices = notices;
    this.begun = tools.time().now();
  }

  /** {@code probes} is how many checks run at once. */
  public static Gates open(
      Engine engine, ProjectName project, int probes, Time time, Consumer<String> notices) {
    var tools = new Prober.Tools(engine, new Semaphore(probes), time);
    Gates gates = new Gates(tools, engine.events().of(project), notices);
    gates.reading.fork("gate events", gates::read);
    return gates;
  }

  /** Waits at one gate. */
  public GateResult await(Action.Await await, Waiter waiter) throws InterruptedException {
    Signal signal = new Signal();
    waiting.add(signal);
    List<Watch> mine = await.containers().stream().map(ref -> join(ref, signal)).toList();
    try {
      mine.forEach(watch -> watch.probe(await.gate().probes()));
      GateEvidence stories = new GateEvidence(tools.engine());
      return new Gate(await, mine, stories, tools.time(), signal).await(() -> left, waiter);
    } finally {
      waiting.remove(signal);
      mine.forEach(watch -> part(watch, signal));
    }
  }

  /** Everybody leaves: the run is cancelled. */
  public void leave() {
    left = true;
    waiting.forEach(Signal::give);
  }

  /** When it returns nobody listens, looks or probes any more. */
  @Override
  public void close() {
    closed = true;
    watches.values().forEach(Watch::close);
    events.close();
    reading.close();
  }

  /** Gates on one container share its watch, so that its check never runs twice at a time. */
  private Watch join(ContainerRef container, Signal signal) {
    synchronized (watches) {
      Watch watch = watches.get(container.handle());
      if (watch == null) {
        watch = new Watch(tools, container, begun, () -> deaf ? WITHOUT_EVENTS : BACKING);
        watches.put(container.handle(), watch);
        watch.start();
      }
      watch.listen(signal);
      return watch;
    }
  }

  private void part(Watch watch, Signal signal) {
    synchronized (watches) {
      if (watch.isLeftBy(signal)) {
        watches.remove(watch.container().handle());
        watch.close();
      }
    }
  }

  private void read() {
    try {
      for (Optional<EngineEvent> next = events.next(); next.isPresent(); next = events.next()) {
        next.filter(event -> !TELLING_NOTHING.contains(event.action())).ifPresent(this::tell);
      }
    } catch (EngineException lost) {
      if (!closed) {
        notices.accept("the engine's events are lost: " + lost.getMessage());
      }
    } catch (RuntimeException bug) {
      notices.accept("a bug in fermata: the engine's events cannot be followed: " + bug);
    } finally {
      // Whether closed or lost: from here on, looking is all there is.
      deaf = true;
      watches.values().forEach(Watch::look);
    }
  }

  private void tell(EngineEvent event) {
    String name = event.attributes().get("name");
    for (Watch watch : watches.values()) {
      if (watch.isOf(event.container(), name)) {
        watch.look();
      }
    }
  }
}
