package dev.fermata.runner.docker.progress;

import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Transfer;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.Motion;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.engine.build.BuildFailure;
import dev.fermata.runner.engine.build.DockerfilePlace;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What BuildKit tells of one solve, as the events of a build. A step often completes at once, for
 * its cache was looked at, and then begins in earnest: so that it ended is told when the next
 * status does not take it back. One thread at a time.
 */
public final class SolveEvents implements Consumer<Status> {
  private static final int STANDARD_ERROR = 2;

  private final UnaryOperator<String> files;
  private final Consumer<BuildEvent> told;
  private final SequencedMap<String, SolveStep> steps = new LinkedHashMap<>();

  /** {@code files} makes what the user is shown of the names that BuildKit has for Dockerfiles. */
  public SolveEvents(UnaryOperator<String> files, Consumer<BuildEvent> told) {
    this.files = files;
    this.told = told;
  }

  @Override
  public void accept(Status status) {
    Set<String> untold = new HashSet<>();
    steps.forEach((digest, step) -> step.untoldEnd().ifPresent(end -> untold.add(digest)));
    status.vertices().forEach(this::update);
    untold.forEach(digest -> tellEnd(step(digest, "")));
    status.transfers().forEach(this::move);
    status.output().forEach(this::print);
    var warnings = new LintWarnings(files);
    status.warnings().forEach(warning -> told.accept(warnings.of(warning)));
  }

  /** Nothing follows: what was held back is told. */
  public void end() {
    steps.values().forEach(this::tellEnd);
  }

  private void update(Vertex record) {
    if (record.started().isEmpty() && !steps.containsKey(record.digest())) {
      return;
    }
    SolveStep step = step(record.digest(), record.name());
    boolean wasOver = step.hasToldEnd();
    step.update(record);
    if (wasOver && record.completed().isEmpty()) {
      told.accept(new BuildEvent.StepBegun(step.number(), step.name()));
    }
  }

  /** Numbered by its first start. */
  private SolveStep step(String digest, String name) {
    return steps.computeIfAbsent(
        digest,
        key -> {
          var step = new SolveStep(steps.size() + 1, name);
          told.accept(new BuildEvent.StepBegun(step.number(), name));
          return step;
        });
  }

  private void tellEnd(SolveStep step) {
    Optional<StepEnd> end = step.untoldEnd();
    if (end.isEmpty()) {
      return;
    }
    for (Stream stream : Stream.values()) {
      tell(step, stream, step.rest(stream));
    }
    told.accept(new BuildEvent.StepEnded(step.number(), step.name(), end.get(), step.took()));
    step.endIsTold();
  }

  private void move(Transfer transfer) {
    SolveStep step = steps.get(transfer.vertex());
    if (step == null) {
      return;
    }
    told.accept(
        new BuildEvent.PartMoved(
            step.number(),
            transfer.id().replaceFirst(":$", ""),
            transfer.current(),
            transfer.total(),
            transfer.completed().isPresent() ? Motion.COMPLETE : Motion.GOING_ON));
  }

  private void print(Output output) {
    SolveStep step = steps.get(output.vertex());
    if (step == null) {
      return;
    }
    Stream stream = output.stream() == STANDARD_ERROR ? Stream.ERR : Stream.OUT;
    tell(step, stream, step.lines(stream, output.bytes()));
  }

  private void tell(SolveStep step, Stream stream, List<String> lines) {
    lines.forEach(line -> told.accept(new BuildEvent.OutputLine(step.number(), stream, line)));
  }

  /** In our words, with the step that failed, what it wrote last, and where it stands. */
  public EngineException failure(SolveException failed) {
    SolveException.Details details = failed.details();
    Optional<SolveStep> step = details.vertex().flatMap(it -> Optional.ofNullable(steps.get(it)));
    var failure =
        new BuildFailure(
            step.map(SolveStep::name),
            details.exitCode().map(OptionalInt::of).orElse(OptionalInt.empty()),
            step.map(SolveStep::lastLines).orElse(List.of()),
            details.sources().stream().flatMap(this::places).findFirst());
    return BuildFailures.of(String.valueOf(failed.getMessage()), failure);
  }

  private java.util.stream.Stream<DockerfilePlace> places(SolveException.Source source) {
    return source.lines().stream()
        .map(lines ->
            new DockerfilePlace(
                files.apply(source.file()), lines.first(), lines.last(), source.text()));
  }
}
