package dev.fermata.runner;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.NeededFiles;
import dev.fermata.planner.conflict.NeededFiles.Needed;
import dev.fermata.planner.observed.Observed;
import dev.fermata.runner.engine.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Looks for the files that a project cannot do without, so that the planner can tell before the
 * first change which are missing; one that may only be hidden from us is not. The engine is asked
 * only where one is that it would mount: an engine on another machine sees the files of that one.
 */
final class MissingFiles {
  private final Engine engine;

  MissingFiles(Engine engine) {
    this.engine = engine;
  }

  /** All that a build is planned from: no engine has a say in it. */
  static Observed ofBuilds(Project project) {
    return Observed.NOTHING.withMissingFiles(missing(project, NeededFiles::built));
  }

  /** The snapshot with what was found. */
  Observed addTo(Observed observed, Project project) {
    Set<String> missing = missing(project, NeededFiles::built);
    missing.addAll(missing(project, NeededFiles::profiles));
    missing.addAll(missing(project, NeededFiles::written));
    Set<String> mounted = missing(project, NeededFiles::mounted);
    if (!mounted.isEmpty() && engine.system().sharesFiles()) {
      missing.addAll(mounted);
    }
    return missing.isEmpty() ? observed : observed.withMissingFiles(missing);
  }

  private static Set<String> missing(Project project, Function<NeededFiles, List<Needed>> needed) {
    Set<String> missing = new TreeSet<>();
    for (Service service : project.services().values()) {
      for (Needed file : needed.apply(new NeededFiles(project, service))) {
        if (Files.notExists(Path.of(file.path()))) {
          missing.add(file.path());
        }
      }
    }
    return missing;
  }
}
