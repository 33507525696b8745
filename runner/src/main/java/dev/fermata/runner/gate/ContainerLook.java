package dev.fermata.runner.gate;

import dev.fermata.model.ready.Readiness;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.gate.GateReport.ContainerStory;
import dev.fermata.runner.gate.Sighting.Probing;
import dev.fermata.runner.ready.Questions;
import dev.fermata.runner.ready.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One look at a container, outside of any run: its story, and what a gate would hear from it now.
 * All its restarts count, whoever saw them.
 */
public final class ContainerLook {
  private static final Duration SINCE_EVER = Duration.ofSeconds(Long.MAX_VALUE);
  private final Engine engine;
  private final Sighting seen;

  private ContainerLook(Engine engine, Sighting seen) {
    this.engine = engine;
    this.seen = seen;
  }

  /** What a container says to a gate. */
  public sealed interface Answer {
    record Open() implements Answer {}

    record NotYet() implements Answer {}

    record Shut(Cause cause) implements Answer {}
  }

  /** Fails as the engine does where the container is gone. */
  public static ContainerLook at(Engine engine, String container, Instant now) {
    ContainerDetail detail = engine.containers().inspect(container);
    return new ContainerLook(engine, Sighting.first(detail, now, SINCE_EVER, Probing.NONE));
  }

  /** With its last lines, which the engine is asked for. */
  public ContainerStory story() {
    return new GateEvidence(engine).of(seen);
  }

  public ContainerDetail detail() {
    return seen.detail();
  }

  /**
   * What makes it ready by our own checks, by the file's word or its labels', is asked once; what
   * must have been so for a while counts as it is.
   */
  public Answer answer(GateRule rule, Optional<Readiness> readiness) throws InterruptedException {
    boolean isAsked = rule != GateRule.COMPLETED && seen.state().equals(ContainerState.RUNNING);
    Optional<ReadyCheck> check =
        readiness
            .or(() -> LabelledReadiness.in(seen.detail()))
            .filter(it -> isAsked)
            .map(Readiness::check);
    return check.isPresent() ? answer(rule, seen.probed(ask(check.get()))) : answer(rule, seen);
  }

  private Probing ask(ReadyCheck check) throws InterruptedException {
    ContainerDetail detail = seen.detail();
    Reply reply =
        Questions.of(check, engine, detail.id(), detail.startedAt()).ask(Readiness.TIMEOUT);
    return switch (reply) {
      case Reply.Ready ready -> Probing.READY;
      case Reply.NotYet notYet -> Probing.NOT_READY;
      case Reply.Silent silent -> Probing.NOT_READY;
      case Reply.Unreachable way -> Probing.UNREACHABLE;
    };
  }

  private static Answer answer(GateRule rule, Sighting seen) {
    return switch (Judge.judge(rule, seen)) {
      case Verdict.Open open -> new Answer.Open();
      case Verdict.Pending pending -> new Answer.NotYet();
      case Verdict.Shut shut -> new Answer.Shut(shut.cause());
    };
  }

  /** What it says to who waits for its bare start. */
  public Answer answerToStart() {
    return seen.detail().startedAt().equals(Instant.EPOCH)
        ? new Answer.NotYet()
        : new Answer.Open();
  }
}
