package dev.fermata.runner.docker.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.BuildEvent.StepEnd;
import dev.fermata.runner.engine.build.BuildEvent.Stream;
import dev.fermata.runner.engine.build.BuildFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClassicStepsTest {
  private static final InstantSource CLOCK =
      InstantSource.fixed(Instant.parse("2026-01-01T12:00:00Z"));

  private final List<BuildEvent> told = new ArrayList<>();
  private final ClassicSteps steps = new ClassicSteps(told::add, CLOCK);

  @Test
  void a_build_is_told_in_the_same_events_as_one_of_buildkit() {
    steps.say("Step 1/2 : FROM busybox");
    steps.say("\n");
    steps.say(" ---> 0e9ab2d50d80\n");
    steps.say("Step 2/2 : RUN make");
    steps.say("\n");
    steps.say(" ---> Running in 0e9ab2d50d80\n");
    steps.say("part");
    steps.say("\u001b[91mbad\n\u001b[0m");
    steps.say("ial\n");
    steps.say("no end");
    steps.say(" ---> Removed intermediate container 0e9ab2d50d80\n");
    steps.say("Successfully built 0e9ab2d50d80\n");
    steps.end();

    assertThat(told)
        .containsExactly(
            new BuildEvent.StepBegun(1, "[1/2] FROM busybox"),
            new BuildEvent.StepEnded(1, "[1/2] FROM busybox", StepEnd.DONE, Duration.ZERO),
            new BuildEvent.StepBegun(2, "[2/2] RUN make"),
            new BuildEvent.OutputLine(2, Stream.ERR, "bad"),
            new BuildEvent.OutputLine(2, Stream.OUT, "partial"),
            new BuildEvent.OutputLine(2, Stream.OUT, "no end"),
            new BuildEvent.StepEnded(2, "[2/2] RUN make", StepEnd.DONE, Duration.ZERO));
  }

  @Test
  void a_step_that_the_cache_has_is_cached() {
    steps.say("Step 1/1 : RUN make\n");
    steps.say(" ---> Using cache\n");
    steps.end();

    assertThat(told.getLast())
        .isEqualTo(new BuildEvent.StepEnded(1, "[1/1] RUN make", StepEnd.CACHED, Duration.ZERO));
  }

  @Test
  void a_failure_has_the_exit_code_and_the_lines_of_its_step_alone() {
    steps.say("Step 1/2 : RUN first\n");
    steps.say("fine\n");
    steps.say("Step 2/2 : RUN make\n");
    steps.say("about to fail\n");
    BuildFailure failure = steps.failure("The command 'make' returned a non-zero code: 4");

    assertThat(failure.step()).contains("[2/2] RUN make");
    assertThat(failure.exitCode()).hasValue(4);
    assertThat(failure.lastLines()).containsExactly("about to fail");
  }
}
