package dev.fermata.runner.event;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.build.BuildEvent;
import java.time.Duration;
import java.util.List;

/** What happens while a plan runs. */
public sealed interface Event {

  /** A plan begins; a second one follows where the first asked to plan again. */
  record PlanBegun(Plan plan) implements Event {}

  record StepBegun(Step step) implements Event {}

  /** A pull or a gate says how far it is. */
  record StepProgressed(Step step, ImageProgress progress) implements Event {}

  /** Of a build. */
  record BuildProgressed(Step step, BuildEvent event) implements Event {}

  /** A registry is busy: the step goes on after a wait. */
  record Retrying(Step step, EngineException busy, Duration in) implements Event {}

  /** A gate is still closed; {@code text} says what it waits for and what the last probe said. */
  record StillWaiting(Step step, Duration since, String text) implements Event {}

  /** A gate that nobody needs to open did not; {@code why} says so. The step ends well. */
  record OptionalFailed(Step step, String why) implements Event {}

  /**
   * What was to be removed stays, because others use it: {@code users}, or empty where nobody knows
   * who. The step ends well.
   */
  record StillUsed(Step step, String users) implements Event {}

  record StepEnded(Step step, Outcome outcome) implements Event {}

  /** A container is as it is wanted: no step is about it. */
  record LeftAsIs(Untouched container) implements Event {}

  /** What the command has nothing to do with: no step is about it. */
  record Skipped(Skip skip) implements Event {}

  record PlanEnded(Report report) implements Event {}

  /** Of these containers the lines are shown from now on: those that are there, or will be. */
  record Attached(List<String> containers) implements Event {
    public Attached {
      containers = List.copyOf(containers);
    }
  }

  /** A line of a container that is followed. */
  record LogLine(ServiceName service, String container, LogStream.Line line) implements Event {}

  /** A line of a hook; {@code source} is its container, or its service and which one it is. */
  record HookLine(String source, String text) implements Event {}

  /** What a watch of files does, as its log. */
  record WatchLine(String text) implements Event {}

  /**
   * A container that is followed has ended; {@code restarting} says that the engine starts it
   * again.
   */
  record ContainerEnded(
      ServiceName service, String container, String id, int exitCode, boolean restarting)
      implements Event {}

  /** Something that the user should know beside. */
  record Notice(String text) implements Event {}
}
