package dev.fermata.planner.spec;

import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import java.util.Map;
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
  public static boolean areWritten(Project project, Service service) {
    return ApiSocket.givesLogins(service)
        || service.storage().secrets().stream()
            .anyMatch(grant -> isWritten(service, grant, source(project.secrets(), grant)))
        || service.storage().configs().stream()
            .anyMatch(grant -> isWritten(service, grant, configured(project, grant)));
  }

  private static Optional<FileSource> source(Map<String, Secret> secrets, FileGrant grant) {
    return Optional.ofNullable(secrets.get(grant.source())).map(Secret::source);
  }

  private static Optional<FileSource> configured(Project project, FileGrant grant) {
    return Optional.ofNullable(project.configs().get(grant.source())).map(Config::source);
  }

  private static boolean isWritten(Service service, FileGrant grant, Optional<FileSource> source) {
    return source.filter(it -> isWritten(service, grant, it)).isPresent();
  }

  /**
   * Whether it is a file of its own in the container. One of the host is mounted otherwise, and
   * nothing can be written into a container whose file system is read-only.
   */
  public static boolean isWritten(Service service, FileGrant grant, FileSource source) {
    return switch (source) {
      case FileSource.Content content -> true;
      case FileSource.HostFile file -> grant.hasPermissions() && !service.security().readOnly();
      case FileSource.External external -> false;
    };
  }
}
