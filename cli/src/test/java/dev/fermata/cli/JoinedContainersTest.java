package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.cli.InProcess.Result;
import dev.fermata.runner.testing.FakeEngine;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

  private final FakeEngine engine = new FakeEngine().withImages("busybox");
  @TempDir private Path folder;
  private InProcess program;

  @BeforeEach
  void bringUp() {
    program = new InProcess(folder, engine).file("compose.yaml", POD);
    assertThat(program.run("up", "-d").code()).isZero();
    program.file("compose.yaml", POD.replace("one", "two"));
    assertThat(program.run("up", "-d", "pause").code()).isZero();
  }

  @Test
  void a_partner_that_was_made_anew_alone_does_not_leave_it_stuck() {
    Result up = program.run("up", "-d");

    assertThat(up.code()).as(up.err()).isZero();
    assertThat(up.err()).contains("pod-app-1 Recreate (follows pause (network_mode))");
    assertThat(program.run("up", "-d").err()).contains("nothing to do");
  }
}
