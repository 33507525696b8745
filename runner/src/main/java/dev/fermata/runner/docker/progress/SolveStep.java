package dev.fermata.runner.docker.progress;

import dev.fermata.buildkit.status.Vertex;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is known of one step of a solve. */
final class SolveStep {
  private static final int KEPT_LINES = 20;

  private final int number;
  private final String name;
  private final Map<Instant, Duration> intervals = new TreeMap<>();
  private final Map<Stream, StepOutput> outputs = new EnumMap<>(Stream.class);
  private final Deque<String> lastLines = new ArrayDeque<>();
  private Optional<StepEnd> end = Optional.empty();
  private boolean isEndTold;

  SolveStep(int number, String name) {
    this.number = number;
    this.name = name;
    for (Stream stream : Stream.values()) {
      outputs.put(stream, new StepOutput());
    }
  }

  int number() {
    return number;
  }

  String name() {
    return name;
  }

  /** Each of its starts counts once, however often it is told. */
  void update(Vertex record) {
    if (record.started().isPresent() && record.completed().isPresent()) {
      Instant from = record.started().get();
      intervals.put(from, Duration.between(from, record.completed().get()));
    }
    Optional<StepEnd> known = record.completed().map(at -> end(record));
    isEndTold = isEndTold && known.equals(end);
    end = known;
  }

  private static StepEnd end(Vertex record) {
    if (record.error().contains("context canceled")) {
      return StepEnd.CANCELLED;
    }
    if (!record.error().isEmpty()) {
      return new StepEnd.Failed(record.error());
    }
    return record.cached() ? StepEnd.CACHED : StepEnd.DONE;
  }

  /** How it ended, where that has not been told. */
  Optional<StepEnd> untoldEnd() {
    return isEndTold ? Optional.empty() : end;
  }

  boolean hasToldEnd() {
    return isEndTold;
  }

  void endIsTold() {
    isEndTold = true;
  }

  Duration took() {
    return intervals.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  List<String> lines(Stream stream, byte[] bytes) {
    return kept(output(stream).add(bytes));
  }

  /** The last line of a stream, if it has no end. */
  List<String> rest(Stream stream) {
    return kept(output(stream).rest());
  }

  private StepOutput output(Stream stream) {
    return outputs.computeIfAbsent(stream, it -> new StepOutput());
  }

  private List<String> kept(List<String> lines) {
    lastLines.addAll(lines);
    while (lastLines.size() > KEPT_LINES) {
      lastLines.removeFirst();
    }
    return lines;
  }

  List<String> lastLines() {
    return new ArrayList<>(lastLines);
  }
}
