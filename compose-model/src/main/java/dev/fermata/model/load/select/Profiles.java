package dev.fermata.model.load.select;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;

/** Which services their profiles enable: one without any always is. */
public final class Profiles {
  private static final String ALL = "*";

  private Profiles() {}

  public static ProjectDocument split(Mapping document, List<String> active) {
    return split(new ProjectDocument(document, new LinkedHashMap<>()), active);
  }

  /** The same services told apart anew. */
  public static ProjectDocument split(ProjectDocument project, List<String> active) {
    var all = new LinkedHashMap<>(project.section(ProjectTable.SERVICES));
    all.putAll(project.disabled());
    var enabled = new LinkedHashMap<String, Mapping.Entry>();
    var disabled = new LinkedHashMap<String, Mapping.Entry>();
    all.forEach((name, entry) -> (isActive(entry, active) ? enabled : disabled).put(name, entry));
    return project.withServices(enabled, disabled);
  }

  public static boolean isActive(Mapping.Entry service, List<String> active) {
    List<String> profiles = of(service);
    return profiles.isEmpty()
        || active.contains(ALL)
        || profiles.stream().anyMatch(active::contains);
  }

  /** Without the jobs that are not active. */
  public static ProjectDocument activeJobs(ProjectDocument project, List<String> active) {
    var jobs = new LinkedHashMap<>(project.section(ProjectTable.JOBS));
    jobs.values().removeIf(job -> !isActive(job, active));
    Mapping document =
        jobs.isEmpty()
            ? project.document().without(ProjectTable.JOBS.name())
            : project.withSection(ProjectTable.JOBS, jobs);
    return new ProjectDocument(document, project.disabled());
  }

  static List<String> of(Mapping.Entry service) {
    return service.value() instanceof Mapping mapping
        ? ServiceTable.PROFILES.in(mapping).orElse(List.of())
        : List.of();
  }
}
