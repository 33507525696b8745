package dev.fermata.runner.gate;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The story of a gate that did not open: which rule, what was seen of each container, who waited,
 * how long, and what was left as it is. {@code deadline} is zero where there is none.
 */
public record GateReport(
    ServiceName service,
    GateRule rule,
    SortedSet<ServiceName> waiting,
    Cause cause,
    Duration waited,
    Duration deadline,
    List<ContainerStory> containers) {

  /** What decided. */
  public enum Cause {
    UNHEALTHY,
    EXITED,
    /** The engine brings it back again and again. */
    RESTARTING,
    NO_HEALTHCHECK,
    /** What makes it ready cannot be asked from here. */
    UNREACHABLE,
    DEADLINE,
    GONE,
    /** Nothing has decided: the run was cancelled meanwhile. */
    INTERRUPTED
  }

  /**
   * How often the engine has brought a container back since the run began, when that was first
   * seen, and what the last life seen to end has ended with.
   */
  public record Restarts(int count, Instant since, OptionalInt exitCode) {}

  /**
   * One container: its state, its restarts, the last runs of its check (ours and the engine's), its
   * last lines.
   */
  public record ContainerStory(
      ContainerDetail detail,
      Optional<Restarts> restarts,
      List<Run> runs,
      List<String> lastLines,
      boolean culprit) {
    public ContainerStory {
      runs = List.copyOf(runs);
      lastLines = List.copyOf(lastLines);
    }
  }

  /** One run of a probe, which is told as {@code probe}: for a command, its words. */
  public record Run(By by, String probe, Answer answer, Duration took, String output) {

    /** Who ran it. */
    public enum By {
      FERMATA,
      ENGINE
    }

    /** How it ended. */
    public sealed interface Answer {
      Answer LATE = new Late();
      Answer NOT_BEGUN = new NotBegun();
      Answer READY = new Ready();
      Answer NOT_READY = new NotReady();
      Answer UNREACHABLE = new Unreachable();

      /** A command has ended. */
      record Exit(int code) implements Answer {}

      /** There was none within the time that a run has. */
      record Late() implements Answer {}

      /** What was to be run could not be run at all. */
      record NotBegun() implements Answer {}

      /** What was asked from outside is so. */
      record Ready() implements Answer {}

      /** What was asked from outside is not so; the output says what is. */
      record NotReady() implements Answer {}

      /** There is no way from here to what was to be asked; the output says what was tried. */
      record Unreachable() implements Answer {}
    }

    public boolean succeeded() {
      return answer.equals(new Answer.Exit(0)) || answer.equals(Answer.READY);
    }
  }

  public GateReport {
    waiting = Collections.unmodifiableSortedSet(new TreeSet<>(waiting));
    containers = List.copyOf(containers);
  }
}
