package dev.fermata.runner.gate;

import dev.fermata.planner.plan.Action;
import dev.fermata.runner.gate.GateReport.Cause;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/** Waits until all containers of a service satisfy a rule, or one cannot any more. */
final class Gate {
  private static final Duration WORD_EVERY = Duration.ofSeconds(30);

  /** How long whoever leaves waits for an engine that does not answer. */
  private static final Duration LAST_LOOK = Duration.ofMillis(500);

  /** What a look at all containers says; {@code again} is when a second look may tell more. */
  private record Round(boolean open, Optional<Instant> again) {}

  private final Action.Await await;
  private final List<Watch> watches;
  private final GateEvidence stories;
  private final Time time;
  private final Signal signal;
  private final Instant begun;
  private Instant nextWord;

  Gate(Action.Await await, List<Watch> watches, GateEvidence stories, Time time, Signal signal) {
    this.await = await;
    this.watches = List.copyOf(watches);
    this.stories = stories;
    this.time = time;
    this.signal = signal;
    this.begun = time.now();
    this.nextWord = begun.plus(WORD_EVERY);
  }

  GateResult await(BooleanSupplier left, Waiter waiter) throws InterruptedException {
    while (!left.getAsBoolean()) {
      Round round = round();
      Optional<GateResult> verdict = verdict(round);
      if (verdict.isPresent()) {
        return verdict.get();
      }
      Duration waited = Duration.between(begun, time.now());
      Optional<Duration> deadline = Deadline.of(await, sightings());
      if (deadline.isPresent() && waited.compareTo(deadline.get()) >= 0) {
        return new GateResult.Shut(report(Cause.DEADLINE, Optional.empty()));
      }
      sayIfDue(waiter);
      sleep(round, deadline);
    }
    lookOnceMore();
    return verdict(round())
        .orElseGet(() -> new GateResult.Left(report(Cause.INTERRUPTED, Optional.empty())));
  }

  private Optional<GateResult> verdict(Round round) {
    Optional<GateResult> shut = failure().map(GateResult.Shut::new);
    return shut.isEmpty() && round.open() ? Optional.of(new GateResult.Opened()) : shut;
  }

  /**
   * What ends the run may be the very thing that decides here, such as the exit of a container:
   * whoever leaves has seen it.
   */
  private void lookOnceMore() throws InterruptedException {
    Map<Watch, Long> asked = new HashMap<>();
    watches.forEach(watch -> asked.put(watch, watch.look()));
    Instant end = time.now().plus(LAST_LOOK);
    while (!asked.entrySet().stream().allMatch(it -> it.getKey().hasLooked(it.getValue()))) {
      Duration rest = Duration.between(time.now(), end);
      if (!rest.isPositive()) {
        return;
      }
      signal.await(time, rest);
    }
  }

  private Optional<GateReport> failure() {
    for (Watch watch : watches) {
      Optional<Cause> cause = watch.view().flatMap(this::cause);
      if (cause.isPresent()) {
        return Optional.of(report(cause.get(), Optional.of(watch)));
      }
    }
    return Optional.empty();
  }

  private Optional<Cause> cause(Watch.View view) {
    return switch (view) {
      case Watch.View.Broken broken -> throw broken.cause();
      case Watch.View.Gone gone -> Optional.of(Cause.GONE);
      case Watch.View.Seen seen ->
          verdict(seen.sighting()) instanceof Verdict.Shut shut
              ? Optional.of(shut.cause())
              : Optional.empty();
    };
  }

  /**
   * A gate without probes listens to the engine alone, whatever those of others have found. A
   * deadline of the user is his patience with a crash loop as well.
   */
  private Verdict verdict(Sighting sighting) {
    boolean probes = !await.gate().probes().isEmpty();
    Verdict verdict = Judge.judge(await.rule(), probes ? sighting : sighting.byEngine());
    boolean looping = verdict.equals(Verdict.shut(Cause.RESTARTING));
    return looping && await.gate().deadline().isPresent() ? Verdict.PENDING : verdict;
  }

  private Round round() {
    boolean open = true;
    Optional<Instant> again = Optional.empty();
    for (Watch watch : watches) {
      if (!(watch.view().orElse(null) instanceof Watch.View.Seen(Sighting sighting))) {
        open = false;
        continue;
      }
      Verdict verdict = verdict(sighting);
      open &= verdict instanceof Verdict.Open;
      if (verdict instanceof Verdict.Pending pending) {
        again = sooner(again, pending.again().map(sighting.at()::plus));
      }
    }
    return new Round(open, again);
  }

  /**
   * A second look that is due is asked for here, and its signal waited for: the sighting that
   * promised it may be older than this round.
   */
  private void sleep(Round round, Optional<Duration> deadline) throws InterruptedException {
    Instant now = time.now();
    Optional<Instant> end = sooner(deadline.map(begun::plus), Optional.of(nextWord));
    if (round.again().filter(again -> !again.isAfter(now)).isPresent()) {
      watches.forEach(Watch::look);
    } else {
      end = sooner(end, round.again());
    }
    signal.await(time, Duration.between(now, end.orElseThrow()));
  }

  private void sayIfDue(Waiter waiter) {
    Instant now = time.now();
    if (now.isBefore(nextWord)) {
      return;
    }
    nextWord = now.plus(WORD_EVERY);
    waiter.stillWaiting(
        Duration.between(begun, now), GateText.of(await, watches, Deadline.of(await, sightings())));
  }

  private GateReport report(Cause cause, Optional<Watch> culprit) {
    return new GateReport(
        await.service(),
        await.rule(),
        await.gate().waiting(),
        cause,
        Duration.between(begun, time.now()),
        Deadline.of(await, sightings()).orElse(Duration.ZERO),
        stories.of(watches, culprit));
  }

  private List<Sighting> sightings() {
    List<Sighting> seen = new ArrayList<>();
    for (Watch watch : watches) {
      if (watch.view().orElse(null) instanceof Watch.View.Seen view) {
        seen.add(view.sighting());
      }
    }
    return seen;
  }

  private static Optional<Instant> sooner(Optional<Instant> a, Optional<Instant> b) {
    return Stream.of(a, b).flatMap(Optional::stream).min(Comparator.naturalOrder());
  }
}
