package dev.fermata.planner;

import dev.fermata.model.Service;
import dev.fermata.planner.Action.AnonymousVolumes;
import dev.fermata.planner.UpOptions.Start;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The containers of a service, from what is there to what is wanted. */
final class ContainerSteps {

  /** The steps among which containers are made. */
  record Surroundings(
      RemovalSteps removals,
      NetworkSteps networks,
      VolumeSteps volumes,
      ImageSteps images,
      StopSteps stops,
      GateSteps gates,
      Releases releases) {}

  private final UpScene scene;
  private final StepList steps;
  private final Surroundings around;
  private final ContainerSpecs specs;

  /** From which step on a container has its name. */
  private final Map<String, Integer> named = new HashMap<>();

  ContainerSteps(UpScene scene, StepList steps, Surroundings around, ContainerSpecs specs) {
    this.scene = scene;
    this.steps = steps;
    this.around = around;
    this.specs = specs;
  }

  void add(ServiceFate fate) {
    SortedSet<Integer> starts = new TreeSet<>();
    for (Fate of : fate.fates()) {
      switch (of) {
        case Fate.Remove remove -> {}
        case Fate.Create create -> starts.addAll(create(fate, create));
        case Fate.Keep keep -> rename(fate, keep.container());
        case Fate.Start start -> starts.add(start(fate, start));
        case Fate.Restart restart -> starts.add(restart(fate, restart));
        case Fate.Recreate recreate -> starts.addAll(recreate(fate, recreate));
        case Fate.RemoveFirst goes -> starts.addAll(succeed(fate, goes));
      }
    }
    Service service = fate.service();
    around
        .gates()
        .open(new GateSteps.Opening(service.name(), service.health(), fate.containers(), starts));
  }

  private SortedSet<Integer> create(ServiceFate fate, Fate.Create create) {
    return make(fate, specs.fresh(fate.service(), create), new Reason.Missing());
  }

  /** The container that was there has gone already. */
  private SortedSet<Integer> succeed(ServiceFate fate, Fate.RemoveFirst goes) {
    return make(fate, specs.next(fate.service(), goes), new Reason.Replaces(goes.name()));
  }

  private SortedSet<Integer> make(ServiceFate fate, ContainerSpec spec, Reason reason) {
    int made = steps.add(new Action.CreateContainer(spec), reason, beforeCreate(spec));
    named.put(spec.name(), made);
    if (!startsNew()) {
      return new TreeSet<>();
    }
    SortedSet<Integer> ready = beforeStart(fate);
    if (Grants.haveContent(scene.project(), fate.service())) {
      made = steps.add(inject(fate, spec.ref()), reason, Set.of(made));
    }
    ready.add(made);
    return oneOf(steps.add(start(fate, spec.ref()), reason, ready));
  }

  /** What it depends on is ready, and its ports are free. */
  private SortedSet<Integer> beforeStart(ServiceFate fate) {
    SortedSet<Integer> before = around.gates().before(fate.service().name());
    before.addAll(around.releases().of(HostPort.fixed(scene.project(), fate.service())));
    return before;
  }

  private SortedSet<Integer> beforeCreate(ContainerSpec spec) {
    Service service = spec.service();
    SortedSet<Integer> before = new TreeSet<>(around.removals().of(service.name()));
    before.addAll(around.releases().of(spec.name()));
    before.addAll(around.images().before(service));
    before.addAll(around.networks().before(service));
    before.addAll(around.volumes().before(service));
    for (String container : spec.tiedTo()) {
      Integer step = named.get(container);
      if (step != null) {
        before.add(step);
      }
    }
    return before;
  }

  /** Gives a container its name that a killed run did not come to give it. */
  private SortedSet<Integer> rename(ServiceFate fate, ObservedContainer container) {
    String name = fate.renames().get(container.id());
    if (name == null) {
      return new TreeSet<>();
    }
    var action = new Action.RenameContainer(container.ref(), name);
    int step = steps.add(action, new Reason.Leftover(name), Set.of());
    named.put(name, step);
    return oneOf(step);
  }

  private int start(ServiceFate fate, Fate.Start start) {
    ObservedContainer container = start.container();
    SortedSet<Integer> ready = rename(fate, container);
    if (container.state().equals(ContainerState.CREATED)
        && Grants.haveContent(scene.project(), fate.service())) {
      ready = oneOf(steps.add(inject(fate, fate.ref(container)), start.reason(), ready));
    }
    ready.addAll(around.networks().connections(container.id()));
    ready.addAll(beforeStart(fate));
    return steps.add(start(fate, fate.ref(container)), start.reason(), ready);
  }

  private int restart(ServiceFate fate, Fate.Restart restart) {
    ObservedContainer container = restart.container();
    SortedSet<Integer> ready = around.gates().before(fate.service().name());
    if (around.stops().made(container).isPresent()) {
      ready.addAll(around.networks().connections(container.id()));
      ready.addAll(around.stops().stop(fate, restart, Set.of()));
    } else {
      ready = around.stops().stop(fate, restart, ready);
    }
    ready.addAll(rename(fate, container));
    Action again = start(fate, fate.ref(container));
    int start = steps.add(again, restart.reason(), ready);
    around
        .stops()
        .made(container)
        .ifPresent(stop -> steps.otherwise(start, List.of(new Undo(stop, again))));
    return start;
  }

  /**
   * Each step is safe to be the last one: the new container is there before the old one gives way,
   * the old one runs on until all that the new one waits for is ready, and goes when the new one
   * has started. Where that fails, the old one gets its name back and is started again.
   */
  private SortedSet<Integer> recreate(ServiceFate fate, Fate.Recreate recreate) {
    ObservedContainer old = recreate.container();
    Reason reason = new Reason.Replaces(old.name());
    boolean alreadyStopped = around.stops().made(old).isPresent();
    SortedSet<Integer> gates = startsNew() ? beforeStart(fate) : new TreeSet<>();

    ContainerSpec spec = specs.successor(fate.service(), recreate);
    SortedSet<Integer> before = beforeCreate(spec);
    before.addAll(rename(fate, old));
    int made = add(new Action.CreateContainer(spec), recreate.reason(), before, recreate);

    SortedSet<Integer> goes = new TreeSet<>(gates);
    goes.add(made);
    if (alreadyStopped) {
      goes.addAll(around.stops().stop(fate, recreate, Set.of()));
    } else {
      goes = around.stops().stop(fate, recreate, goes);
    }
    var away = new ContainerRef(Leftovers.nameAside(old, recreate.name()), Optional.of(old.id()));
    int aside = add(new Action.RenameContainer(fate.ref(old), away.name()), reason, goes, recreate);
    var rename = new Action.RenameContainer(spec.ref(), recreate.name());
    SortedSet<Integer> free = around.releases().of(recreate.name());
    free.add(aside);
    int renamed = add(rename, reason, free, recreate);
    named.put(recreate.name(), renamed);
    SortedSet<Integer> started =
        startsNew() ? startSuccessor(fate, recreate, renamed) : new TreeSet<>();
    var undo = new RecreationUndo(fate, recreate, spec, around.stops().made(old));
    started.forEach(start -> steps.otherwise(start, undo.of(made, aside, renamed)));
    var remove = new Action.RemoveContainer(away, fate.service().name(), AnonymousVolumes.KEEP);
    add(remove, reason, started.isEmpty() ? oneOf(renamed) : started, recreate);
    return started;
  }

  private SortedSet<Integer> startSuccessor(ServiceFate fate, Fate.Recreate recreate, int renamed) {
    Reason reason = new Reason.Replaces(recreate.container().name());
    var container = ContainerRef.named(recreate.name());
    int ready = renamed;
    if (Grants.haveContent(scene.project(), fate.service())) {
      ready = add(inject(fate, container), reason, oneOf(renamed), recreate);
    }
    return oneOf(add(start(fate, container), reason, oneOf(ready), recreate));
  }

  private int add(Action action, Reason reason, Set<Integer> after, Fate.Recreate recreate) {
    return steps.add(action, reason, after, recreate.name());
  }

  private boolean startsNew() {
    return scene.options().starting().start() == Start.STARTED;
  }

  private Action inject(ServiceFate fate, ContainerRef container) {
    return new Action.InjectFiles(container, scene.project(), fate.service());
  }

  private static Action start(ServiceFate fate, ContainerRef container) {
    return new Action.StartContainer(container, fate.service().name());
  }

  private static SortedSet<Integer> oneOf(int step) {
    SortedSet<Integer> steps = new TreeSet<>();
    steps.add(step);
    return steps;
  }
}
