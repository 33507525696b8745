package dev.fermata.runner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fermata.planner.observed.EndedJob.FileChange;
import dev.fermata.planner.observed.EndedJob.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MountedFilesTest {
  private static final FileTime LONG_AGO = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));

  @TempDir Path folder;
  private Path mount;

  @BeforeEach
  void a_folder_with_a_migration() throws IOException {
    mount = Files.createDirectories(folder.resolve("migrations/first"));
    Files.writeString(mount.resolve("1.sql"), "create");
  }

  @Test
  void files_that_are_older_have_not_changed() throws IOException {
    assertThat(changeSince(afterAll())).isEmpty();
  }

  @Test
  void a_file_that_is_written_has_changed() throws IOException {
    Instant ended = beforeAll();

    assertThat(new MountedFiles(ended).changeIn(List.of(mount.resolve("1.sql").toString())))
        .contains(new FileChange(Kind.CHANGED, mount.resolve("1.sql").toString()));
  }

  @Test
  void a_file_that_is_moved_in_with_its_old_time_is_a_change() throws IOException {
    Path old = Files.writeString(folder.resolve("old.sql"), "drop");
    Files.setLastModifiedTime(old, LONG_AGO);
    Instant ended = afterAll();
    nextTick();
    Path moved = Files.move(old, mount.resolve("1.sql"), StandardCopyOption.REPLACE_EXISTING);

    assertThat(Files.getLastModifiedTime(moved)).isEqualTo(LONG_AGO);
    assertThat(new MountedFiles(ended).changeIn(List.of(moved.toString())))
        .contains(new FileChange(Kind.CHANGED, moved.toString()));
  }

  @Test
  void a_mount_that_is_gone_counts_as_changed() {
    Path gone = folder.resolve("gone");

    assertThat(new MountedFiles(Instant.MAX).changeIn(List.of(gone.toString())))
        .contains(new FileChange(Kind.GONE, gone.toString()));
  }

  @Test
  void a_link_is_not_followed() throws IOException {
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.createSymbolicLink(mount.resolve("link"), elsewhere);
    Instant ended = afterAll();
    nextTick();
    Files.writeString(elsewhere.resolve("new"), "");
    assertThat(lastChange(elsewhere.resolve("new"))).isAfter(ended);

    assertThat(changeSince(ended)).isEmpty();
  }

  @Test
  void more_files_than_are_looked_at_count_as_changed() throws IOException {
    for (int file = 0; file <= 20_000; file++) {
      Files.createFile(mount.resolve("file" + file));
    }

    assertThat(changeSince(Instant.MAX)).contains(new FileChange(Kind.TOO_MANY, top().toString()));
  }

  private Optional<FileChange> changeSince(Instant moment) {
    return new MountedFiles(moment).changeIn(mounts());
  }

  private List<String> mounts() {
    return List.of(top().toString());
  }

  private Path top() {
    return folder.resolve("migrations");
  }

  private Instant beforeAll() throws IOException {
    return lastChange(mount.resolve("1.sql")).minusNanos(1);
  }

  /** The file system's own idea of now: that of the machine may be some milliseconds ahead. */
  private Instant afterAll() throws IOException {
    return lastChange(Files.writeString(folder.resolve("now"), "now"));
  }

  /** A file system's time moves on some hundred times a second. */
  private void nextTick() throws IOException {
    Instant before = afterAll();
    for (int tries = 0; !afterAll().isAfter(before); tries++) {
      assertThat(tries).isLessThan(1_000_000);
    }
  }

  private static Instant lastChange(Path path) throws IOException {
    return ((FileTime) Files.getAttribute(path, "unix:ctime")).toInstant();
  }
}
