package dev.fermata.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class StandardOutputTest {
  private static final File FULL = new File("/dev/full");

  @Test
  @EnabledOnOs(value = OS.LINUX, disabledReason = "no other system has a device that is full")
  void what_cannot_be_written_is_no_success() throws IOException, InterruptedException {
    Process process = version().redirectOutput(FULL).start();

    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isEqualTo(1);
    assertThat(said).isEqualTo("error: cannot write to standard output: No space left on device\n");
  }

  @Test
  void a_reader_that_has_enough_is_no_failure() throws IOException, InterruptedException {
    Process process = version().start();
    process.getInputStream().close();

    String said = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).isZero();
    assertThat(said).isEmpty();
  }

  private static ProcessBuilder version() {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            "version");
    builder.environment().put("LC_ALL", "C");
    return builder;
  }
}
