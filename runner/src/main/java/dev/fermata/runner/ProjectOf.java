package dev.fermata.runner;

import dev.fermata.planner.Action;
import dev.fermata.planner.Labels;
import dev.fermata.planner.Plan;
import java.util.Optional;

/** The project that a plan is about, as far as its actions say. */
final class ProjectOf {
  private ProjectOf() {}

  /** Empty text, which stands for every project, where no action tells. */
  static String plan(Plan plan) {
    return plan.steps().stream().flatMap(step -> of(step.action()).stream()).findFirst().orElse("");
  }

  private static Optional<String> of(Action action) {
    return switch (action) {
      case Action.CreateContainer create -> Optional.of(create.spec().project().name().text());
      case Action.ConnectNetwork connect -> Optional.of(connect.project().name().text());
      case Action.BuildImage build -> Optional.of(build.project().name().text());
      case Action.InjectFiles inject -> Optional.of(inject.project().name().text());
      case Action.CreateNetwork create -> Optional.ofNullable(create.labels().get(Labels.PROJECT));
      case Action.CreateVolume create -> Optional.ofNullable(create.labels().get(Labels.PROJECT));
      case Action.StartContainer start -> Optional.empty();
      case Action.StopContainer stop -> Optional.empty();
      case Action.RemoveContainer remove -> Optional.empty();
      case Action.RenameContainer rename -> Optional.empty();
      case Action.DisconnectNetwork disconnect -> Optional.empty();
      case Action.RemoveNetwork remove -> Optional.empty();
      case Action.RemoveVolume remove -> Optional.empty();
      case Action.RemoveImage remove -> Optional.empty();
      case Action.PullImage pull -> Optional.empty();
      case Action.Await await -> Optional.empty();
      case Action.PlanAgain again -> Optional.empty();
    };
  }
}
