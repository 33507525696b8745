package dev.fermata.runner.watch;

import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Companion;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.task.TaskGroup;
import dev.fermata.runner.watch.ServiceChanges.Demand;
import dev.fermata.runner.watch.WatchTools.Talk;
import dev.fermata.runner.watch.file.FileWatcher;
import dev.fermata.runner.watch.file.UnwatchableException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A watch of files. From the moment it is made no change is missed; from the moment it is begun
 * they are acted on, also those of before.
 */
public final class Watch implements Companion, AutoCloseable {
  /** From here on it is said that much has changed. */
  private static final int MANY = 1000;

  private final WatchRules rules;
  private final WatchTools tools;
  private final ConcurrentLinkedQueue<UnwatchableException> complaints =
      new ConcurrentLinkedQueue<>();
  private final FileWatcher files;

  private Watch(WatchRules rules, WatchTools tools) {
    this.rules = rules;
    this.tools = tools;
    this.files = FileWatcher.open(rules.paths(), complaints::add);
  }

  /** Fails with a {@link WatchRefusal} where the system does not tell of changes. */
  public static Watch of(WatchRules rules, WatchTools tools) {
    try {
      return new Watch(rules, tools);
    } catch (UnwatchableException e) {
      throw new WatchRefusal(e.sentence(), e.hint());
    }
  }

  @Override
  public Companion.Begun begin(EventSink sink) {
    return new Begun(new WatchLog(sink));
  }

  /** Goes on until the user has enough. */
  public void run(EventSink sink, Cancellation cancellation) throws InterruptedException {
    try (var begun = new Begun(new WatchLog(sink))) {
      var leaving = cancellation.subscribe(stage -> begun.end());
      try {
        begun.tasks.join();
      } finally {
        leaving.close();
      }
    }
  }

  @Override
  public void close() {
    files.close();
  }

  /** A watch that goes on. */
  private final class Begun implements Companion.Begun {
    private final WatchLog log;
    private final ProjectWorker project;
    private final SortedMap<ServiceName, ServiceWorker> services = new TreeMap<>();
    private final TaskGroup tasks = new TaskGroup();

    /** What cannot be watched is tried again, and told once. */
    private final Set<String> told = new HashSet<>();

    private Begun(WatchLog log) {
      this.log = log;
      this.project = new ProjectWorker(tools, log, this::renewed);
      var sync = new FileSync(tools.engine(), tools.brought().project().name());
      SortedMap<ServiceName, ServiceChanges> initial = rules.initial();
      for (ServiceName service : rules.services()) {
        services.put(service, new ServiceWorker(service, sync, log, project));
      }
      tasks.fork("watch project", project::work);
      services.forEach((name, worker) -> tasks.fork("watch " + name, worker::work));
      initial.forEach((service, files) -> worker(service).lane().add(files));
      log.say(ComposeSentences.WATCH_ENABLED);
      tasks.fork("watch files", this::read);
    }

    private ServiceWorker worker(ServiceName service) {
      ServiceWorker worker = services.get(service);
      if (worker == null) {
        throw new IllegalStateException("a bug: nobody watches for " + service);
      }
      return worker;
    }

    private void renewed(ServiceName service) {
      ServiceChanges initial = rules.initial().getOrDefault(service, ServiceChanges.NONE);
      worker(service).renew(initial);
    }

    private void read() {
      try {
        while (true) {
          Set<Path> changed = files.next();
          Instant begun = Instant.now();
          react(changed);
          complain();
          if (tools.talk() == Talk.VERBOSE) {
            Duration took = Duration.between(begun, Instant.now());
            log.sink()
                .accept(new Event.Notice(ComposeSentences.batchComplete(took, changed.size())));
          }
        }
      } catch (InterruptedException closed) {
        Thread.currentThread().interrupt();
      }
    }

    private void complain() {
      for (var next = complaints.poll(); next != null; next = complaints.poll()) {
        if (told.add(next.sentence())) {
          log.warn(next.sentence());
        }
      }
    }

    private void react(Set<Path> changed) {
      SortedMap<ServiceName, ServiceChanges> all = rules.of(changed);
      if (!all.isEmpty() && changed.size() > MANY) {
        log.say(ComposeSentences.LARGE_BATCH);
      }
      SortedSet<ServiceName> rebuilds = new TreeSet<>();
      all.forEach((service, changes) -> {
        if (changes.asks(Demand.REBUILD)) {
          rebuilds.add(service);
        }
      });
      if (!rebuilds.isEmpty()) {
        project.rebuild(rebuilds);
      }
      all.forEach(this::hand);
    }

    private void hand(ServiceName service, ServiceChanges changes) {
      if (!changes.files().isEmpty() || !changes.execs().isEmpty()) {
        worker(service).lane().add(changes);
        return;
      }
      if (changes.asks(Demand.RESTART) && !changes.asks(Demand.REBUILD)) {
        project.restart(service);
      }
    }

    @Override
    public long changes() {
      return project.lane().begun();
    }

    @Override
    public void awaitRest() throws InterruptedException {
      for (ServiceWorker worker : services.values()) {
        worker.lane().awaitRest();
      }
      project.lane().awaitRest();
    }

    @Override
    public void leave() {
      project.leave();
      services.values().forEach(worker -> worker.lane().leave());
    }

    private void end() {
      leave();
      tasks.interrupt();
    }

    @Override
    public void close() {
      leave();
      tasks.close();
      log.say(ComposeSentences.WATCH_DISABLED);
    }
  }
}
