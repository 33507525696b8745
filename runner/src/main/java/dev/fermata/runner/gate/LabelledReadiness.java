package dev.fermata.runner.gate;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.ready.ReadyLabels;
import dev.fermata.model.ready.Readiness;
import dev.fermata.runner.engine.ContainerDetail;
import java.util.Optional;

/** What the labels of a container, which are its image's as well, say that makes it ready. */
record LabelledReadiness(Result<Readiness> read) {

  /** Empty where they say nothing. */
  static Optional<LabelledReadiness> of(ContainerDetail detail) {
    return ReadyLabels.in(detail.labels()).map(LabelledReadiness::new);
  }

  /** The same, where it is understood and there is no healthcheck. */
  static Optional<Readiness> in(ContainerDetail detail) {
    return Sighting.check(detail).isPresent()
        ? Optional.empty()
        : of(detail).flatMap(labelled -> labelled.read().value());
  }

  ContainerProbe probe(Prober.Tools tools, ContainerDetail detail) {
    return read.value()
        .<ContainerProbe>map(readiness -> ReadyProbe.of(tools, detail, readiness))
        .orElseGet(() -> new MislabelledProbe(detail.id(), read.diagnostics()));
  }
}
