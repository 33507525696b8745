package dev.fermata.cli.command.explain;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.gate.ContainerLook.Answer;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** All that there is to say of one service. */
record Explanation(
    ProjectName project,
    ServiceName service,
    List<Told> containers,
    List<Gate> waitsFor,
    List<Gate> waitedForBy,
    Outlook up) {

  /** One container, as the engine lists it and from close by. */
  record Told(ObservedContainer listed, ContainerStory story) {}

  /**
   * A gate between the service and another one, as it is now; without a rule the bare start is
   * enough. {@code waited} is how long it held the last run up, where that is known.
   */
  record Gate(
      ServiceName other,
      Optional<GateRule> rule,
      boolean required,
      Standing standing,
      Optional<Duration> waited) {}

  /** What a gate would do now, and the container that decides; empty where there is none. */
  record Standing(Answer answer, Optional<ObservedContainer> decides) {}

  /** What {@code up} would do about it. */
  sealed interface Outlook {

    /** Its own steps, and how many there are for others. */
    record Planned(List<Step> own, int others) implements Outlook {
      public Planned {
        own = List.copyOf(own);
      }
    }

    record Refused(List<Problem> problems) implements Outlook {
      public Refused {
        problems = List.copyOf(problems);
      }
    }

    /** These profiles would have it, and none is active. */
    record LeftOut(List<String> profiles) implements Outlook {
      public LeftOut {
        profiles = List.copyOf(profiles);
      }
    }

    /** The files do not have it any more. */
    record Orphan() implements Outlook {}

    /** There are no files that say what is wanted. */
    record Unknown() implements Outlook {}
  }

  Explanation {
    containers = List.copyOf(containers);
    waitsFor = List.copyOf(waitsFor);
    waitedForBy = List.copyOf(waitedForBy);
  }

  /** Whether something holds it back. */
  boolean isHeldBack() {
    return waitsFor.stream()
        .anyMatch(gate -> gate.required() && !(gate.standing().answer() instanceof Answer.Open));
  }
}
