package dev.fermata.model;

import java.util.Optional;

/**
 * A service, grouped by theme. {@code image} is present for every service that has one by name,
 * also for a built one ({@code <project>-<service>} where the user gives none).
 */
public record Service(
    ServiceName name,
    ImageRef image,
    Optional<Build> build,
    Process process,
    Networking networking,
    Storage storage,
    Resources resources,
    Security security,
    Optional<Health> health,
    Lifecycle lifecycle,
    Metadata metadata,
    Definition definition) {

  public boolean isBuilt() {
    return build.isPresent();
  }

  /** The name of a container of this service, {@code number} from 1. */
  public String containerName(ProjectName project, int number) {
    return metadata.containerName().orElseGet(() -> metadata.naming().join(project, name, number));
  }

  public Service withReplicas(int replicas) {
    return new Service(
        name,
        image,
        build,
        process,
        networking,
        storage,
        resources,
        security,
        health,
        lifecycle.withReplicas(replicas),
        metadata,
        definition);
  }

  public Service withLifecycle(Lifecycle changed) {
    return new Service(
        name,
        image,
        build,
        process,
        networking,
        storage,
        resources,
        security,
        health,
        changed,
        metadata,
        definition);
  }
}
