package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.select.Profiles;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Map;

/** What holds for jobs: like Docker Compose, we look at their names and what they wait for. */
final class JobRules {
  private final ProjectDocument project;
  private final List<String> profiles;
  private final List<Diagnostic> findings;

  private JobRules(ProjectDocument project, List<String> profiles, List<Diagnostic> findings) {
    this.project = project;
    this.profiles = profiles;
    this.findings = findings;
  }

  static void check(ProjectDocument project, List<String> profiles, List<Diagnostic> findings) {
    var rules = new JobRules(project, profiles, findings);
    project.section(ProjectTable.JOBS).forEach(rules::job);
  }

  private void job(String name, Mapping.Entry job) {
    project
        .anyService(name)
        .ifPresent(service ->
            findings.add(
                Diagnostic.error(
                        Code.DUPLICATE_VALUE,
                        job.keySpan(),
                        "a service and a job have the name `%s`",
                        Quote.name(name))
                    .related(service.keySpan(), "the service")));
    if (Profiles.isActive(job, profiles)
        && job.value() instanceof Mapping mapping
        && mapping.get(WorkloadTable.DEPENDS_ON.name()).orElse(null)
            instanceof Mapping dependencies) {
      dependencies.entries().forEach(this::dependency);
    }
  }

  /** Other than a service, a job may wait for jobs. */
  private void dependency(String name, Mapping.Entry entry) {
    Map<String, Mapping.Entry> jobs = project.section(ProjectTable.JOBS);
    Mapping.Entry job = jobs.get(name);
    if (job == null) {
      DependencyRules.finding(name, entry, project).ifPresent(findings::add);
      return;
    }
    if (!Profiles.isActive(job, profiles)) {
      findings.add(
          Diagnostic.error(
                  Code.DISABLED_DEPENDENCY,
                  entry.keySpan(),
                  "job `%s` is needed here, but none of its profiles is active",
                  entry.quote(name))
              .hint("activate a profile of `%s`", entry.quote(name)));
    }
  }
}
