package dev.fermata.planner.hook;

import dev.fermata.model.Hook;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.HookStage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The hooks that go before the stop of a container, as far as the files are known. */
public record PreStop(Map<ServiceName, List<Hook>> hooks) {
  public static final PreStop NONE = new PreStop(Map.of());

  public PreStop {
    hooks = Map.copyOf(hooks);
  }

  /** Containers of inactive services are stopped as well where they are named. */
  public static PreStop of(Optional<Project> project) {
    Map<ServiceName, List<Hook>> hooks = new HashMap<>();
    project.stream()
        .flatMap(it -> Stream.concat(services(it.services()), services(it.disabled())))
        .forEach(service -> hooks.put(service.name(), service.lifecycle().hooks().preStop()));
    return new PreStop(hooks);
  }

  private static Stream<Service> services(Map<ServiceName, Service> services) {
    return services.values().stream();
  }

  /** In their order, each when what the stop waits for is so; empty where there are none. */
  public List<Draft> drafts(ServiceName service, ContainerRef container, Collection<Fact> first) {
    List<Draft> drafts = new ArrayList<>();
    List<Fact> before = List.copyOf(first);
    for (Hook hook : hooks.getOrDefault(service, List.of())) {
      var run = new HookRun(container, service, HookStage.PRE_STOP, drafts.size());
      drafts.add(run.of(hook).requiring(before).providing(run.done()));
      before = List.of(run.done());
    }
    return drafts;
  }
}
