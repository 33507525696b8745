package dev.fermata.runner.gate;

import dev.fermata.planner.plan.Probe;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport.Run;
import java.time.Duration;
import java.util.Optional;

/**
 * A probe as it is put to one life of a container. Another kind is a case of {@link Probe}, a class
 * beside these, and its line in {@link #of}.
 */
sealed interface ContainerProbe permits ExecProbe, ReadyProbe, MislabelledProbe {

  /** Empty where the container has nothing that could be asked so. */
  static Optional<ContainerProbe> of(Probe probe, Sighting seen, Prober.Tools tools) {
    return switch (probe) {
      case Probe.Healthcheck own ->
          seen.check()
              .<ContainerProbe>map(check -> new ExecProbe(tools, seen.detail().id(), check))
              .or(() ->
                  LabelledReadiness.of(seen.detail())
                      .map(labelled -> labelled.probe(tools, seen.detail())));
      case Probe.Ready ready -> Optional.of(ReadyProbe.of(tools, seen.detail(), ready.readiness()));
    };
  }

  /** Whether what is asked is what makes it ready by our own checks. */
  static boolean isOfReadiness(Probe probe, ContainerDetail detail) {
    return switch (probe) {
      case Probe.Healthcheck own ->
          Sighting.check(detail).isEmpty() && LabelledReadiness.of(detail).isPresent();
      case Probe.Ready ready -> true;
    };
  }

  /** The container's id. */
  String container();

  /** How a report names it. */
  String text();

  /** What takes longer has failed, though its end is still waited for. */
  Duration timeout();

  /** How often it is run. */
  Pace pace();

  /** One run; empty where it tells nothing, as when the container does not run any more. */
  Optional<Run> run() throws InterruptedException;
}
