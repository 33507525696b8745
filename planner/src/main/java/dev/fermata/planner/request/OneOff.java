package dev.fermata.planner.request;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.spec.AfterEnd;
import java.util.Optional;

/**
 * A container of its own for one run of a service. {@code slug} is a random text that tells it from
 * all others; its name is made of that where none is given.
 */
public record OneOff(
    ServiceName service,
    Optional<String> name,
    String slug,
    Aliases aliases,
    AfterEnd afterEnd,
    Overrides overrides) {

  /** By what it is known on its networks. */
  public enum Aliases {
    OWN_NAME,
    /** As the replicas of the service are. */
    OF_SERVICE
  }

  public String containerName(Project project) {
    String part = slug.substring(0, Math.min(12, slug.length()));
    return name.orElseGet(() ->
        project.service(service).metadata().naming().join(project.name(), service, "run", part));
  }
}
