package dev.fermata.runner;

import dev.fermata.model.Project;
import dev.fermata.planner.graph.Jobs;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.EndedJob.FileChange;
import dev.fermata.planner.observed.EndedJob.Kind;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A close look at the jobs of a project that have done their work, so that the planner can tell
 * whether they would see anything new: one call to the engine for each, and none where there are
 * none.
 */
final class EndedJobs {
  private static final String BIND = "bind";

  private final Engine engine;

  EndedJobs(Engine engine) {
    this.engine = engine;
  }

  /** The snapshot with what was found. */
  Observed addTo(Observed observed, Project project) {
    List<ObservedContainer> done = Jobs.done(project, observed);
    if (done.isEmpty()) {
      return observed;
    }
    var jobs = new TreeMap<String, EndedJob>();
    for (ObservedContainer container : done) {
      look(container).ifPresent(job -> jobs.put(container.id(), job));
    }
    return observed.withEndedJobs(jobs);
  }

  private Optional<EndedJob> look(ObservedContainer container) {
    try {
      ContainerDetail detail = engine.containers().inspect(container.id());
      Instant ended = detail.ending().finishedAt();
      return Optional.of(new EndedJob(detail.startedAt(), ended, files(container, ended)));
    } catch (EngineException e) {
      if (e.kind() == EngineException.Kind.NOT_FOUND) {
        // Removed meanwhile: whoever runs the plan will see.
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<FileChange> files(ObservedContainer container, Instant ended) {
    List<String> sources =
        container.mounts().stream()
            .filter(mount -> mount.type().equals(BIND))
            .map(ObservedMount::source)
            .sorted()
            .toList();
    if (!sources.isEmpty() && !engine.system().sharesFiles()) {
      return Optional.of(new FileChange(Kind.ELSEWHERE, sources.getFirst()));
    }
    return new MountedFiles(ended).changeIn(sources);
  }
}
