package dev.fermata.runner.docker.progress;

import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.Motion;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.engine.build.BuildFailure;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the builder before BuildKit says, as the events of a build: one step after the other, {@code
 * Step 2/3 : RUN make}, and between them what they print.
 */
public final class ClassicSteps {
  private static final int KEPT_LINES = 20;
  private static final Pattern STEP = Pattern.compile("Step (\\d+)/(\\d+) : (.*)");

  /** Names of images and containers that nobody sees. */
  private static final Pattern MARK =
      Pattern.compile(
          " ?---> .*|Removing intermediate container .*|Successfully (?:built|tagged) .*|\\s*");

  private static final Pattern WARNING = Pattern.compile("\\[Warning\\] (.*)");
  private static final Pattern EXIT_CODE = Pattern.compile("returned a non-zero code: (\\d+)");

  /** What a process writes on its standard error comes between these. */
  private static final String RED = "\u001b[91m";

  private static final String PLAIN = "\u001b[0m";

  private static final String CACHED = " ---> Using cache";

  private final Consumer<BuildEvent> told;
  private final InstantSource clock;
  private final StepOutput output = new StepOutput();
  private final StepOutput errors = new StepOutput();
  private final Deque<String> lastLines = new ArrayDeque<>();
  private Optional<Running> running = Optional.empty();
  private int begun;

  private record Running(int number, String name, Instant since, StepEnd end) {}

  public ClassicSteps(Consumer<BuildEvent> told) {
    this(told, InstantSource.system());
  }

  ClassicSteps(Consumer<BuildEvent> told, InstantSource clock) {
    this.told = told;
    this.clock = clock;
  }

  /** A piece of text, which may be a part of a line; what the builder says begins a new one. */
  public void say(String text) {
    if (text.startsWith(RED)) {
      String bare = text.replace(RED, "").replace(PLAIN, "");
      errors.add(bare.getBytes(StandardCharsets.UTF_8)).forEach(line -> print(Stream.ERR, line));
      return;
    }
    if (text.startsWith("Step ") || MARK.matcher(text.stripTrailing()).matches()) {
      sayRest();
    }
    output.add(text.getBytes(StandardCharsets.UTF_8)).forEach(this::line);
  }

  private void sayRest() {
    output.rest().forEach(this::line);
    errors.rest().forEach(line -> print(Stream.ERR, line));
  }

  private void line(String line) {
    Matcher step = STEP.matcher(line);
    Matcher warning = WARNING.matcher(line);
    if (step.matches()) {
      begin("[%s/%s] %s".formatted(step.group(1), step.group(2), step.group(3)));
    } else if (warning.matches()) {
      told.accept(new BuildEvent.Noticed(warning.group(1)));
    } else if (line.equals(CACHED)) {
      running = running.map(it -> new Running(it.number, it.name, it.since, StepEnd.CACHED));
    } else if (!MARK.matcher(line).matches()) {
      print(Stream.OUT, line);
    }
  }

  private void begin(String name) {
    endStep();
    begun++;
    running = Optional.of(new Running(begun, name, clock.instant(), StepEnd.DONE));
    told.accept(new BuildEvent.StepBegun(begun, name));
  }

  private void print(Stream stream, String line) {
    lastLines.add(line);
    if (lastLines.size() > KEPT_LINES) {
      lastLines.removeFirst();
    }
    told.accept(new BuildEvent.OutputLine(begun, stream, line));
  }

  /** Of a layer that is pulled. */
  public void move(String part, long current, long total) {
    told.accept(new BuildEvent.PartMoved(begun, part, current, total, Motion.GOING_ON));
  }

  /** The step that goes on. */
  public Optional<String> current() {
    return running.map(Running::name);
  }

  /** Nothing follows. */
  public void end() {
    sayRest();
    endStep();
  }

  private void endStep() {
    running.ifPresent(step -> tellEnd(step, step.end()));
    running = Optional.empty();
    lastLines.clear();
  }

  private void tellEnd(Running step, StepEnd end) {
    var took = Duration.between(step.since(), clock.instant());
    told.accept(new BuildEvent.StepEnded(step.number(), step.name(), end, took));
  }

  /** The step that goes on has failed. */
  public BuildFailure failure(String why) {
    sayRest();
    running.ifPresent(step -> tellEnd(step, new StepEnd.Failed(why)));
    Matcher code = EXIT_CODE.matcher(why);
    return new BuildFailure(
        current(),
        code.find() ? OptionalInt.of(Integer.parseInt(code.group(1))) : OptionalInt.empty(),
        List.copyOf(lastLines),
        Optional.empty());
  }
}
