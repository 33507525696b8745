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
    Optional<Rerun> rerun) {

  public Lifecycle {
    dependencies = List.copyOf(dependencies);
  }

  public Lifecycle withRerun(Rerun policy) {
    return with(replicas, restart, Optional.of(policy));
  }

  public Lifecycle withReplicas(int count) {
    return with(count, restart, rerun);
  }

  public Lifecycle withoutRestart() {
    return with(replicas, Optional.empty(), rerun);
  }

  private Lifecycle with(int count, Optional<RestartPolicy> restarting, Optional<Rerun> policy) {
    return new Lifecycle(
        count,
        dependencies,
        restarting,
        pullPolicy,
        platform,
        stopSignal,
        stopGracePeriod,
        attach,
        runtime,
        isolation,
        policy);
  }
}
