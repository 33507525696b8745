package dev.fermata.runner.gate;

import dev.fermata.model.ready.Readiness;
import dev.fermata.model.ready.ReadyCheck;
import dev.fermata.runner.engine.ContainerDetail;
import dev.fermata.runner.gate.GateReport.Run;
import dev.fermata.runner.gate.GateReport.Run.Answer;
import dev.fermata.runner.ready.Question;
import dev.fermata.runner.ready.Questions;
import dev.fermata.runner.ready.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What makes a container ready by our own checks, asked in one life of it. It succeeds when the
 * answers have been good for as long as is wanted; until then, a good one is a run that fails.
 */
final class ReadyProbe implements ContainerProbe {
  private final Prober.Tools tools;
  private final String container;
  private final Readiness readiness;
  private final Question question;
  private Optional<Instant> goodSince = Optional.empty();

  private ReadyProbe(Prober.Tools tools, String container, Readiness readiness, Question question) {
    this.tools = tools;
    this.container = container;
    this.readiness = readiness;
    this.question = question;
  }

  static ReadyProbe of(Prober.Tools tools, ContainerDetail detail, Readiness readiness) {
    Question question =
        Questions.of(readiness.check(), tools.engine(), detail.id(), detail.startedAt());
    return new ReadyProbe(tools, detail.id(), readiness, question);
  }

  @Override
  public String container() {
    return container;
  }

  @Override
  public String text() {
    return readiness.check().text();
  }

  @Override
  public Duration timeout() {
    return readiness.timeout().multipliedBy(Questions.count(readiness.check()));
  }

  @Override
  public Pace pace() {
    return readiness
        .interval()
        .map(Pace::every)
        .orElseGet(() ->
            readiness.check() instanceof ReadyCheck.Exec ? Pace.OF_COMMANDS : Pace.OF_CONNECTIONS);
  }

  @Override
  public Optional<Run> run() throws InterruptedException {
    Instant begun = tools.time().now();
    Reply reply = question.ask(readiness.timeout());
    Instant ended = tools.time().now();
    Duration took = Duration.between(begun, ended);
    if (!(reply instanceof Reply.Ready)) {
      goodSince = Optional.empty();
    }
    return switch (reply) {
      case Reply.Ready ready -> Optional.of(good(ended, took));
      case Reply.NotYet notYet -> Optional.of(run(Answer.NOT_READY, took, notYet.why()));
      case Reply.Unreachable way -> Optional.of(run(Answer.UNREACHABLE, took, way.why()));
      case Reply.Silent silent -> Optional.empty();
    };
  }

  private Run good(Instant now, Duration took) {
    Instant since = goodSince.orElse(now);
    goodSince = Optional.of(since);
    Duration lasted = Duration.between(since, now);
    if (lasted.compareTo(readiness.stableFor()) >= 0) {
      return run(Answer.READY, took, "");
    }
    String told =
        "good for %d ms of the %d ms that are wanted"
            .formatted(lasted.toMillis(), readiness.stableFor().toMillis());
    return run(Answer.NOT_READY, took, told);
  }

  private Run run(Answer answer, Duration took, String output) {
    return new Run(Run.By.FERMATA, text(), answer, took, output);
  }
}
