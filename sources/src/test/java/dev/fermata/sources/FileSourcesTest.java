package dev.fermata.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.model.load.file.Sources.Content;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSourcesTest {
  @TempDir private Path folder;

  @Test
  void what_is_not_there_is_told_from_a_folder() {
    assertThat(read(folder.resolve("x"))).isEqualTo(new Content.Absent());
    assertThat(read(folder)).isEqualTo(new Content.Folder());
  }

  @Test
  void a_pipe_into_which_nobody_writes_is_unreadable() throws Exception {
    assertThat(read(pipe())).isEqualTo(new Content.Unreadable("nobody writes into this pipe"));
  }

  @Test
  void a_pipe_whose_writer_stays_silent_is_unreadable() throws Exception {
    Path pipe = pipe();
    try (var silent = new RandomAccessFile(pipe.toFile(), "rw")) {
      assertThat(silent.getFD().valid()).isTrue();
      assertThat(read(pipe)).isEqualTo(new Content.Unreadable("it does not come to its end"));
    }
  }

  @Test
  void what_the_system_refuses_is_unreadable() {
    assertThat(read(Path.of("/proc/self/mem"))).isInstanceOf(Content.Unreadable.class);
  }

  private Path pipe() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
  }

  private static Content read(Path file) {
    return new FileSources(Duration.ofMillis(50)).read(file.toString());
  }
}
