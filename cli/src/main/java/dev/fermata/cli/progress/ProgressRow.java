package dev.fermata.cli.progress;

import dev.fermata.planner.plan.Skip;
import dev.fermata.planner.plan.Untouched;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One line of the screen: a container, a network, an image. {@code parts} are the layers of a pull,
 * {@code build} the steps of a build; {@code until} is there once nothing goes on any more.
 */
record ProgressRow(
    String id,
    Status status,
    String text,
    String details,
    Instant since,
    Optional<Instant> until,
    SortedMap<String, ImageProgress> parts,
    BuildBlock build) {

  /** How far it is, in Docker Compose's words. */
  enum Status {
    WORKING("Working"),
    DONE("Done"),
    WARNING("Warning"),
    ERROR("Error");

    private final String word;

    Status(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  ProgressRow {
    parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
  }

  static ProgressRow begun(String id, String text, String details, Instant now) {
    return new ProgressRow(
        id,
        Status.WORKING,
        text,
        details,
        now,
        Optional.empty(),
        Collections.emptySortedMap(),
        BuildBlock.NONE);
  }

  /** Of a container that does not run. */
  static ProgressRow untouched(Untouched untouched, Instant now) {
    StepEnding state = StepEnding.of(untouched);
    return begun(StepWords.container(untouched.container()), "", "", now)
        .ended(state.status(), state.text(), state.details(), now);
  }

  /** Of what the command has nothing to do with. */
  static ProgressRow skipped(Skip skip, Instant now) {
    StepEnding end = StepEnding.of(skip);
    return begun(skip.subject(), "", "", now).ended(end.status(), end.text(), end.details(), now);
  }

  ProgressRow details(String changed) {
    return new ProgressRow(id, status, text, changed, since, until, parts, build);
  }

  ProgressRow ended(Status reached, String word, String why, Instant now) {
    return new ProgressRow(
        id,
        reached,
        word,
        why,
        since,
        Optional.of(now),
        Collections.emptySortedMap(),
        new BuildBlock(Collections.emptySortedMap(), build.done(), build.cached()));
  }

  /** What is skipped stays so, however well its step ends. */
  ProgressRow closed(StepEnding end, Instant now) {
    return status == Status.WARNING && end.status() == Status.DONE
        ? this
        : ended(end.status(), end.text(), end.details(), now);
  }

  ProgressRow built(BuildEvent event, Instant now) {
    return new ProgressRow(id, status, text, details, since, until, parts, build.after(event, now));
  }

  /** A layer of a pull. At its end no amounts are told; what is there stays there. */
  ProgressRow progressed(ImageProgress progress) {
    if (progress.part().isEmpty()) {
      return details(progress.text().strip());
    }
    var more = new TreeMap<>(parts);
    more.merge(progress.part(), progress, ProgressRow::later);
    return new ProgressRow(id, status, text, details, since, until, more, build);
  }

  private static ImageProgress later(ImageProgress known, ImageProgress now) {
    return now.total() > 0
        ? now
        : new ImageProgress(now.part(), now.text(), known.current(), known.total());
  }

  /** The layers of which something is moved or unpacked now. */
  List<ImageProgress> busyParts() {
    return parts.values().stream().filter(part -> part.text().endsWith("ing")).toList();
  }

  Duration elapsed(Instant now) {
    return Duration.between(since, until.orElse(now));
  }

  /** The bytes that are there and that there will be, of all parts whose size is known. */
  long current() {
    return parts.values().stream().mapToLong(ProgressRow::moved).sum();
  }

  /** What is unpacked has been moved: the bytes of that are counted anew by the engine. */
  private static long moved(ImageProgress part) {
    return part.text().equals("Extracting") ? part.total() : part.current();
  }

  long total() {
    return parts.values().stream().mapToLong(ImageProgress::total).sum();
  }
}
