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

  ContainerProbe probe(Prober.Tools tools, ContainerDetail detail) {
    return read.value()
        .<ContainerProbe>map(readiness -> ReadyProbe.of(tools, detail, readiness))
        .orElseGet(() -> new MislabelledProbe(detail.id(), read.diagnostics()));
  }
}
