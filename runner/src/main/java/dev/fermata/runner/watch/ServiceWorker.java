package dev.fermata.runner.watch;

import dev.fermata.model.Hook;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.hook.HookRunner;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.watch.ServiceChanges.Demand;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Brings files into the containers of one service, in the order in which they change; services do
 * not wait for each other.
 */
final class ServiceWorker {
  private final ServiceName service;
  private final FileSync sync;
  private final WatchLog log;
  private final ProjectWorker project;
  private final Lane<ServiceChanges> lane = new Lane<>(ServiceChanges::and);

  /** What came while the containers were being made anew: their images may lack it. */
  private final AtomicReference<ServiceChanges> meanwhile =
      new AtomicReference<>(ServiceChanges.NONE);

  ServiceWorker(ServiceName service, FileSync sync, WatchLog log, ProjectWorker project) {
    this.service = service;
    this.sync = sync;
    this.log = log;
    this.project = project;
  }

  Lane<ServiceChanges> lane() {
    return lane;
  }

  /** The containers are new ones: {@code initial} is what they are to have from the beginning. */
  void renew(ServiceChanges initial) {
    ServiceChanges missing = initial.and(meanwhile.getAndSet(ServiceChanges.NONE));
    if (!missing.isNothing()) {
      lane.add(missing);
    }
  }

  void work() {
    try {
      while (true) {
        ServiceChanges next = lane.next();
        log.guarding(() -> apply(next));
        if (Thread.interrupted()) {
          return;
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void apply(ServiceChanges changes) {
    if (!changes.files().isEmpty()) {
      bring(changes);
    }
    if (changes.asks(Demand.RESTART)) {
      project.restart(service);
    }
    changes.execs().forEach(this::exec);
  }

  private void bring(ServiceChanges changes) {
    boolean renewing = project.isRenewing(service);
    if (renewing) {
      meanwhile.updateAndGet(
          before -> before.and(new ServiceChanges(changes.files(), Set.of(), List.of())));
    }
    log.say(ComposeSentences.syncing(service, changes.files().size()));
    List<String> failures = sync.bring(service, changes.files());
    if (!renewing) {
      failures.forEach(log::warn);
    }
  }

  private void exec(Hook hook) {
    List<ObservedContainer> running =
        sync.containers(service).stream()
            .filter(container -> container.state().equals(ContainerState.RUNNING))
            .toList();
    ParallelCalls.of(running, container -> exec(container, hook)).stream()
        .flatMap(Optional::stream)
        .forEach(log::warn);
  }

  private Optional<String> exec(ObservedContainer container, Hook hook) {
    var runner = new HookRunner(sync.engine().containers(), log.sink());
    JoinedProcess.End end = runner.run(container.ref(), hook);
    if (end.exitCode() == 0) {
      return Optional.empty();
    }
    String why = end.neverBegan().map(e -> ": " + e.getMessage()).orElse("");
    return Optional.of(
        "the command of the watch exited with code %d in `%s`%s"
            .formatted(end.exitCode(), container.name(), why));
  }
}
