package dev.fermata.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a service is there and how it comes and goes. */
public record Lifecycle(
    int replicas,
    List<Dependency> dependencies,
    Optional<RestartPolicy> restart,
    Optional<PullPolicy> pullPolicy,
    Optional<Platform> platform,
    Optional<String> stopSignal,
    Optional<Duration> stopGracePeriod,
    boolean attach,
    Optional<String> runtime,
    Optional<String> isolation,
    Optional<Rerun> rerun,
    Hooks hooks) {

  public Lifecycle {
    dependencies = List.copyOf(dependencies);
  }
}
