package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.DependencyTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether what a service waits for is there. */
public final class DependencyRules {
  private DependencyRules() {}

  /** What is wrong with the dependencies of one enabled service. */
  public static List<Diagnostic> check(String name, ProjectDocument project) {
    var findings = new ArrayList<Diagnostic>();
    Mapping.Entry entry = project.services().get(name);
    if (entry != null && entry.value() instanceof Mapping service) {
      check(new CheckedService(name, entry.keySpan(), service, findings), project);
    }
    return findings;
  }

  static void check(CheckedService subject, ProjectDocument project) {
    if (subject.service().get(WorkloadTable.DEPENDS_ON.name()).orElse(null)
        instanceof Mapping dependencies) {
      dependencies
          .entries()
          .forEach((name, entry) ->
              job(name, entry, project)
                  .or(() -> finding(name, entry, project))
                  .ifPresent(subject.findings()::add));
    }
  }

  private static Optional<Diagnostic> job(
      String name, Mapping.Entry entry, ProjectDocument project) {
    if (!project.section(ProjectTable.JOBS).containsKey(name)
        || project.anyService(name).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.error(
                Code.UNDEFINED_SERVICE,
                entry.keySpan(),
                "a service cannot wait for a job, as `%s` is one",
                entry.quote(name))
            .hint("make it a service, and wait for it with `service_completed_successfully`"));
  }

  /** What is wrong with one dependency. */
  static Optional<Diagnostic> finding(String name, Mapping.Entry entry, ProjectDocument project) {
    if (project.services().containsKey(name)) {
      return Optional.empty();
    }
    if (!project.disabled().containsKey(name)) {
      return Optional.of(undefined(name, entry, project));
    }
    boolean needed =
        !(entry.value() instanceof Mapping dependency)
            || DependencyTable.NEEDED.in(dependency).orElse(true);
    return needed ? Optional.of(disabled(name, entry)) : Optional.empty();
  }

  private static Diagnostic undefined(String name, Mapping.Entry entry, ProjectDocument project) {
    Diagnostic error =
        Diagnostic.error(
            Code.UNDEFINED_SERVICE, entry.keySpan(), "undefined service `%s`", entry.quote(name));
    return DidYouMean.orFew(entry.quote(name), project.services().keySet())
        .map(error::hint)
        .orElse(error);
  }

  private static Diagnostic disabled(String name, Mapping.Entry entry) {
    return Diagnostic.error(
            Code.DISABLED_DEPENDENCY,
            entry.keySpan(),
            "service `%s` is needed here, but none of its profiles is active",
            entry.quote(name))
        .hint("activate a profile of `%s`, or say `required: false`", entry.quote(name));
  }
}
