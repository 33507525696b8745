package dev.fermata.model.load.select;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;

/** Tells the services apart by their profiles: one without any is always enabled. */
public final class Profiles {
  private static final String ALL = "*";

  private Profiles() {}

  public static Stack split(Mapping document, List<String> active) {
    return split(new Stack(document, new LinkedHashMap<>()), active);
  }

  /** The same services told apart anew. */
  public static Stack split(Stack stack, List<String> active) {
    var all = new LinkedHashMap<>(stack.section(ProjectTable.SERVICES));
    all.putAll(stack.disabled());
    var enabled = new LinkedHashMap<String, Mapping.Entry>();
    var disabled = new LinkedHashMap<String, Mapping.Entry>();
    all.forEach((name, entry) -> (isActive(entry, active) ? enabled : disabled).put(name, entry));
    return stack.withServices(enabled, disabled);
  }

  public static boolean isActive(Mapping.Entry service, List<String> active) {
    List<String> profiles = of(service);
    return profiles.isEmpty()
        || active.contains(ALL)
        || profiles.stream().anyMatch(active::contains);
  }

  /** Without the jobs that are not active. */
  public static Stack activeJobs(Stack stack, List<String> active) {
    var jobs = new LinkedHashMap<>(stack.section(ProjectTable.JOBS));
    jobs.values().removeIf(job -> !isActive(job, active));
    Mapping document =
        jobs.isEmpty()
            ? stack.document().without(ProjectTable.JOBS.name())
            : stack.withSection(ProjectTable.JOBS, jobs);
    return new Stack(document, stack.disabled());
  }

  static List<String> of(Mapping.Entry service) {
    return service.value() instanceof Mapping mapping
        ? ServiceTable.PROFILES.in(mapping).orElse(List.of())
        : List.of();
  }
}
