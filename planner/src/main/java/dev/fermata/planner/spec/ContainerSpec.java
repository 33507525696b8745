package dev.fermata.planner.spec;

import dev.fermata.model.Health;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Metadata;
import dev.fermata.model.Namespace;
import dev.fermata.model.Platform;
import dev.fermata.model.Process;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Resources;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Security;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage.VolumesFrom;
import dev.fermata.planner.observed.ContainerRef;
import java.time.Duration;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container to create: all that the engine needs to know, in the engine's own names. Nothing in
 * it refers to a project any more, so it can be written down and created later; {@link
 * ResolvedService} makes it.
 */
public record ContainerSpec(
    Identity identity,
    ImageRef image,
    Process process,
    ContainerNetworking networking,
    ContainerStorage storage,
    Resources resources,
    Security security,
    Optional<Health> health,
    Running running,
    Description description) {

  /** Whose container it is, and which one of them. */
  public record Identity(ProjectName project, ServiceName service, String name, int number) {}

  /** On what the container runs, and how it ends and comes again. */
  public record Running(
      Optional<Platform> platform,
      Optional<RestartPolicy> restart,
      Optional<String> stopSignal,
      Optional<Duration> stopGracePeriod,
      Optional<String> runtime,
      Optional<String> isolation) {}

  /** What is written on it, and where its output goes; {@code labels} are all that it gets. */
  public record Description(
      SortedMap<String, String> labels,
      SortedMap<String, String> annotations,
      Optional<Metadata.Logging> logging) {
    public Description {
      labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
      annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
  }

  /** The same, with the mounts of another container beneath its own. */
  public ContainerSpec sharingMountsOf(ContainerRef other) {
    return new ContainerSpec(
        identity,
        image,
        process,
        networking,
        storage.with(new VolumesFrom(new Namespace.OfContainer(other.handle()), Optional.empty())),
        resources,
        security,
        health,
        running,
        description);
  }

  public ContainerRef ref() {
    return ContainerRef.named(name());
  }

  public ProjectName project() {
    return identity.project();
  }

  public ServiceName service() {
    return identity.service();
  }

  public String name() {
    return identity.name();
  }

  public SortedMap<String, String> labels() {
    return description.labels();
  }

  @Override
  public String toString() {
    return name();
  }
}
