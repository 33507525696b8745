package dev.fermata.model.load.select;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.JobTable;
import dev.fermata.model.schema.service.TriggerTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes a job that is to be run, and the jobs that it waits for, for services: a run goes by those.
 * Naming it activates its profiles. One that must not be run by hand is refused, also where another
 * one waits for it.
 */
public final class JobRuns {
  private final Map<String, Mapping.Entry> jobs;
  private final Map<String, Mapping.Entry> taken = new LinkedHashMap<>();
  private final List<Diagnostic> findings = new ArrayList<>();

  private JobRuns(Map<String, Mapping.Entry> jobs) {
    this.jobs = jobs;
  }

  public static Result<ProjectDocument> of(ProjectDocument project, List<String> named) {
    var runs = new JobRuns(project.section(ProjectTable.JOBS));
    named.stream().filter(name -> project.anyService(name).isEmpty()).forEach(runs::takeNamed);
    var services = new LinkedHashMap<>(project.services());
    services.putAll(runs.taken);
    return Result.of(project.withServices(services, project.disabled()), runs.findings);
  }

  private void takeNamed(String name) {
    forbidden(name)
        .map(job ->
            Diagnostic.error(
                    Code.UNDEFINED_SERVICE,
                    job.keySpan(),
                    "job \"%s\" is declared with manual: false, it cannot be run manually",
                    Quote.name(name))
                .hint("`manual: true` allows it"))
        .ifPresent(findings::add);
    take(name);
  }

  private void take(String name) {
    Mapping.Entry job = jobs.get(name);
    if (job == null || taken.containsKey(name) || !(job.value() instanceof Mapping tree)) {
      return;
    }
    Mapping service = JobTable.TRIGGERS.removedFrom(tree);
    taken.put(name, job.withValue(JobTable.PROFILES.removedFrom(service)));
    WorkloadTable.DEPENDS_ON.in(tree).ifPresent(all -> all.keySet().forEach(this::takeNeeded));
  }

  private void takeNeeded(String name) {
    forbidden(name)
        .map(job ->
            Diagnostic.error(
                Code.UNDEFINED_SERVICE,
                job.keySpan(),
                "job \"%s\" is declared with manual: false, it cannot be triggered even as a dependency of another job",
                Quote.name(name)))
        .ifPresent(findings::add);
    take(name);
  }

  private Optional<Mapping.Entry> forbidden(String name) {
    return Optional.ofNullable(jobs.get(name))
        .filter(job ->
            job.value() instanceof Mapping tree
                && !JobTable.TRIGGERS.in(tree).flatMap(TriggerTable.MANUAL::in).orElse(true));
  }
}
