package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What shares things with a container goes along when that is another one. */
final class JoinedContainersTest {
  private static final String POD =
      """
      name: pod
      services:
        pause:
          image: busybox
          environment: {A: one}
        app:
          image: busybox
          network_mode: service:pause
          ipc: service:pause
      """;
  private static final String ALONE = POD.substring(0, POD.indexOf("  app:"));

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void bringUp() {
    program = new InProcess(folder, engine).file("compose.yaml", POD);
    assertThat(program.run("up", "-d").code()).isZero();
  }

  @Test
  void a_partner_that_was_made_anew_alone_does_not_leave_it_stuck() {
    program.file("compose.yaml", ALONE.replace("one", "two"));
    assertThat(program.run("up", "-d").code()).isZero();
    program.file("compose.yaml", POD.replace("one", "two"));

    Result up = program.run("up", "-d");

    assertThat(up.code()).as(up.err()).isZero();
    assertThat(up.err()).contains("pod-app-1 Recreate (follows pause (network_mode))");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
  }

  @Test
  void a_partner_that_is_made_anew_takes_it_along() {
    program.file("compose.yaml", POD.replace("one", "two"));

    assertThat(program.run("up", "-d", "pause").err())
        .contains("pod-app-1 Recreate (follows pause (network_mode))");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up -d", "up -d app", "start", "start app", "up -d --wait"})
  void a_partner_that_was_started_again_by_others_is_joined_again(String command) {
    engine.container("pod-pause-1").restart();

    Result again = program.run(command.split(" "));

    assertThat(again.code()).as(again.err()).isZero();
    assertThat(again.err()).contains("pod-app-1 Started");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
  }

  @Test
  void the_plan_says_what_is_joined_again_and_why() {
    engine.container("pod-pause-1").restart();

    assertThat(program.run("plan").out()).contains("pod-pause-1 has started again since (");
  }

  @Test
  void who_is_not_taken_along_is_named() {
    assertThat(program.run("restart", "--no-deps", "pause").err())
        .contains("`pod-app-1` is joined to `pod-pause-1`")
        .contains("`up app` joins it again");
  }
}
