package dev.fermata.runner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.Action;
import dev.fermata.planner.Labels;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.Map;
import java.util.Set;

/**
 * Whether something that has the wanted name already is what was wanted: ours, with the very labels
 * (a run that was cut short may have made it, or one beside us).
 */
final class Adoption {
  private Adoption() {}

  static boolean adopts(Engine engine, Action.CreateContainer create) {
    ProjectName project = create.spec().project();
    return engine.system().observe(ObserveRequest.of(project)).containers().stream()
        .anyMatch(container ->
            container.name().equals(create.spec().name())
                && has(container.labels(), create.spec().labels()));
  }

  static boolean adopts(Engine engine, Action.CreateNetwork create) {
    String project = create.network().labels().get(Labels.PROJECT);
    if (project == null) {
      return false;
    }
    String name = create.network().name();
    var request =
        new ObserveRequest(new ProjectName(project), Set.of(name), Set.of(), Set.<ImageRef>of());
    return engine.system().observe(request).networks().stream()
        .anyMatch(network ->
            network.name().equals(name) && has(network.labels(), create.network().labels()));
  }

  private static boolean has(Map<String, String> labels, Map<String, String> wanted) {
    return labels.entrySet().containsAll(wanted.entrySet());
  }
}
