package dev.fermata.planner.spec;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** The secrets and configs that a service is given. */
public final class Grants {
  private Grants() {}

  /** Where the content comes from, by a path such as {@code secrets.db-password}. */
  public static SortedMap<String, FileSource> of(Project project, Service service) {
    SortedMap<String, FileSource> sources = new TreeMap<>();
    for (FileGrant grant : service.storage().configs()) {
      Optional.ofNullable(project.configs().get(grant.source()))
          .map(Config::source)
          .ifPresent(source -> sources.put("configs." + grant.source(), source));
    }
    for (FileGrant grant : service.storage().secrets()) {
      Optional.ofNullable(project.secrets().get(grant.source()))
          .map(Secret::source)
          .ifPresent(source -> sources.put("secrets." + grant.source(), source));
    }
    return sources;
  }

  /** Whether something has to be written into a container before it starts. */
  public static boolean haveContent(Project project, Service service) {
    return of(project, service).values().stream().anyMatch(FileSource.Content.class::isInstance);
  }
}
