package dev.fermata.planner.hook;

import dev.fermata.model.InitContainer;
import dev.fermata.model.InitContainer.Runs;
import dev.fermata.model.Naming;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;

/**
 * What runs before containers of a service start: each after the one before it, once for all of
 * them or for each. The former not while one of them runs already.
 */
public final class InitRuns {
  private static final String KIND = "pre_start";

  private final List<Run> runs = new ArrayList<>();
  private final SequencedMap<String, List<Fact>> last = new LinkedHashMap<>();

  /** Whether a container of the service runs that stays as it is. */
  public enum Company {
    ALONE,
    BESIDE_RUNNING
  }

  /**
   * One of them, as a container of its own; it shares the mounts of {@code target}, and is run when
   * {@code after} is so.
   */
  public record Run(
      InitContainer hook,
      int index,
      ContainerRef container,
      ContainerRef target,
      List<Fact> after) {
    public Run {
      after = List.copyOf(after);
    }

    public Fact done() {
      return Fact.hookRun(container, KIND);
    }
  }

  /** {@code starting} are the containers that are to start, the first one first. */
  public InitRuns(
      ProjectName project, Service service, List<ContainerRef> starting, Company company) {
    starting.forEach(container -> last.put(container.name(), List.of()));
    if (starting.isEmpty()) {
      return;
    }
    Naming naming = service.metadata().naming();
    List<InitContainer> hooks = service.lifecycle().hooks().preStart();
    for (int index = 0; index < hooks.size(); index++) {
      InitContainer hook = hooks.get(index);
      if (hook.runs() == Runs.PER_REPLICA) {
        for (ContainerRef target : starting) {
          add(hook, index, naming.join(target.name(), KIND, index), target);
        }
      } else if (company == Company.ALONE) {
        String name = naming.join(project, service.name(), KIND, index);
        addForAll(hook, index, name, starting.getFirst());
      }
    }
  }

  private void add(InitContainer hook, int index, String name, ContainerRef target) {
    var run = new Run(hook, index, ContainerRef.named(name), target, before(target));
    runs.add(run);
    last.put(target.name(), List.of(run.done()));
  }

  private void addForAll(InitContainer hook, int index, String name, ContainerRef target) {
    var before = new LinkedHashSet<Fact>();
    last.values().forEach(before::addAll);
    var run = new Run(hook, index, ContainerRef.named(name), target, List.copyOf(before));
    runs.add(run);
    last.replaceAll((container, facts) -> List.of(run.done()));
  }

  public List<Run> all() {
    return List.copyOf(runs);
  }

  /** What has to be so before a container starts. */
  public List<Fact> before(ContainerRef container) {
    return last.getOrDefault(container.name(), List.of());
  }
}
