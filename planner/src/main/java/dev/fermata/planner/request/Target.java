package dev.fermata.planner.request;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import java.util.Optional;
import java.util.SortedSet;

/** What a command that needs the labels alone is about: a project by name, its files if known. */
public record Target(ProjectName name, Optional<Project> project) {
  public static Target of(Project project) {
    return new Target(project.name(), Optional.of(project));
  }

  public static Target named(ProjectName name) {
    return new Target(name, Optional.empty());
  }

  /** Which containers a command is about that has these services named, or none. */
  public Scope scope(SortedSet<ServiceName> named) {
    return new Scope(project, named);
  }
}
