package dev.fermata.cli.progress;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.report.DiagnosticText.Colours;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.testing.Models;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** A little of the run of a shop. */
final class Sample {
  static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
  static final ServiceName DB = new ServiceName("db");
  static final ContainerRef DB_CONTAINER = ContainerRef.named("shop-db-1");

  static final Step PULL =
      step(1, new Action.PullImage(new ImageRef("postgres:17"), Optional.empty(), new TreeSet<>()));
  static final Step BUILD = step(5, build(Models.building("web")));
  static final Step START_DB = step(2, new Action.StartContainer(DB_CONTAINER, DB));
  static final Step AWAIT_DB =
      new Step(
          3,
          new Action.Await(
              DB,
              GateRule.READY,
              List.of(DB_CONTAINER),
              new Action.Gate(
                  new TreeSet<>(List.of(new ServiceName("web"))),
                  GateRule.READY.probes(Optional.empty()),
                  Optional.empty(),
                  false)),
          new Reason.Gates(new TreeSet<>(List.of(new ServiceName("web")))),
          new TreeSet<>(),
          Optional.empty());

  static final DockerfileText DOCKERFILES = new DockerfileText(Path.of("/home/me"), Colours.NONE);

  private Sample() {}

  static Event built(BuildEvent event) {
    return new Event.BuildProgressed(BUILD, event);
  }

  private static Action build(Service service) {
    return Action.BuildImage.of(Models.project("shop", service), service, new TreeMap<>());
  }

  static Step step(int id, Action action) {
    return new Step(id, action, new Reason.Missing(), new TreeSet<>(), Optional.empty());
  }
}
