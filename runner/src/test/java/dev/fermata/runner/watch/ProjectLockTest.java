package dev.fermata.runner.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ProjectName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectLockTest {
  private static final ProjectName SHOP = new ProjectName("shop");
  @TempDir private Path folder;

  private ProjectLock take(ProjectName project) {
    return ProjectLock.take(project, Map.of("XDG_RUNTIME_DIR", folder.toString()));
  }

  @Test
  void a_project_is_watched_by_one_process() {
    try (var lock = take(SHOP);
        var other = take(new ProjectName("other"))) {
      lock.requireHeld();
      other.requireHeld();

      assertThatThrownBy(() -> take(SHOP))
          .isInstanceOf(WatchRefusal.class)
          .hasMessage(
              "cannot take exclusive lock for project \"shop\": process with PID %d is still running"
                  .formatted(ProcessHandle.current().pid()));
    }
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void of_several_at_once_one_has_it() {
    for (int round = 0; round < 50; round++) {
      var held = new ConcurrentLinkedQueue<ProjectLock>();
      try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
        for (int i = 0; i < 8; i++) {
          threads.execute(() -> takeIfFree().ifPresent(held::add));
        }
      }
      assertThat(held).as("round %s", round).hasSize(1);
      held.remove().close();
    }
  }

  private Optional<ProjectLock> takeIfFree() {
    try {
      return Optional.of(take(SHOP));
    } catch (WatchRefusal taken) {
      return Optional.empty();
    }
  }

  @Test
  void what_a_process_has_left_that_is_gone_locks_nobody_out() throws IOException {
    Files.writeString(folder.resolve("shop.pid"), "999999999");

    take(SHOP).close();
  }

  @Test
  void a_process_that_began_later_has_the_number_by_chance() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("shop.pid"), String.valueOf(ProcessHandle.current().pid()));
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));

    take(SHOP).close();
  }
}
