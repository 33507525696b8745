package dev.fermata.cli.command.read;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.listing.ContainerStats;
import java.util.Comparator;
import java.util.Optional;

/** A container and what it uses; empty where that is not known yet. */
record Measured(ObservedContainer container, Optional<ContainerStats> stats) {
  static final Comparator<ObservedContainer> ORDER =
      Comparator.comparing(Measured::projectOf).thenComparing(ObservedContainer::name);

  String project() {
    return projectOf(container);
  }

  private static String projectOf(ObservedContainer container) {
    return container.label(Labels.PROJECT).orElse("");
  }
}
