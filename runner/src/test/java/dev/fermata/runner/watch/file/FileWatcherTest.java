package dev.fermata.runner.watch.file;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** By the watcher of this system: what it tells of is what is tested. */
@Timeout(value = 60, unit = SECONDS)
class FileWatcherTest {
  @TempDir private Path temporary;
  private final List<UnwatchableException> complaints = new ArrayList<>();
  private Path root;
  private FileWatcher watcher;

  @BeforeEach
  void watch() throws IOException {
    root = Files.createDirectory(temporary.toRealPath().resolve("root"));
    Files.createDirectories(root.resolve("sub/deep"));
    Files.writeString(root.resolve("sub/deep/old"), "old");
    open(root);
  }

  private void open(Path... paths) {
    if (watcher != null) {
      watcher.close();
    }
    watcher =
        FileWatcher.open(
            Stream.of(paths)
                .map(path -> new WatchedPath(path, folder -> folder.endsWith("node_modules")))
                .toList(),
            complaints::add);
  }

  @AfterEach
  void close() {
    watcher.close();
    assertThat(complaints).isEmpty();
  }

  /** Batches until all of these have come. */
  private Set<String> until(String... wanted) throws InterruptedException {
    var seen = new TreeSet<String>();
    while (!seen.containsAll(List.of(wanted))) {
      watcher.next().forEach(path -> seen.add(root.relativize(path).toString()));
    }
    return seen;
  }

  @Test
  void what_is_made_changed_and_removed_is_told() throws Exception {
    Files.writeString(root.resolve("a"), "1");
    assertThat(until("a")).containsExactly("a");

    Files.writeString(root.resolve("a"), "2");
    assertThat(until("a")).containsExactly("a");

    Files.setPosixFilePermissions(root.resolve("a"), PosixFilePermissions.fromString("rwxrwxrwx"));
    assertThat(until("a")).containsExactly("a");

    Files.delete(root.resolve("a"));
    assertThat(until("a")).containsExactly("a");
  }

  @Test
  void a_file_that_an_editor_puts_in_place_of_another_is_told() throws Exception {
    Files.writeString(root.resolve("a~"), "new");
    Files.move(root.resolve("a~"), root.resolve("a"), StandardCopyOption.ATOMIC_MOVE);

    assertThat(until("a")).contains("a");
  }

  @Test
  void nothing_is_lost_in_folders_that_are_new() throws Exception {
    for (int i = 0; i < 50; i++) {
      Path folder = Files.createDirectories(root.resolve("new/" + i + "/x/y"));
      Files.writeString(folder.resolve("file"), "text");
    }

    var wanted = new ArrayList<String>();
    for (int i = 0; i < 50; i++) {
      wanted.add("new/" + i + "/x/y/file");
    }
    until(wanted.toArray(String[]::new));

    Files.writeString(root.resolve("new/7/x/y/later"), "text");
    until("new/7/x/y/later");
  }

  @Test
  void thousands_of_files_are_one_batch_and_none_is_lost() throws Exception {
    for (int i = 0; i < 5000; i++) {
      Files.writeString(root.resolve("sub/" + i), "text");
    }

    assertThat(watcher.next()).hasSize(5000);
  }

  @Test
  void a_folder_that_goes_is_told_with_all_that_was_in_it() throws Exception {
    Files.move(root.resolve("sub"), temporary.resolve("elsewhere"));

    assertThat(until("sub", "sub/deep", "sub/deep/old")).hasSize(3);
  }

  @Test
  void a_folder_that_is_moved_goes_on_being_watched() throws Exception {
    Files.move(root.resolve("sub"), root.resolve("moved"));
    until("sub/deep/old", "moved/deep/old");

    Files.writeString(root.resolve("moved/deep/new"), "text");

    assertThat(until("moved/deep/new")).containsExactly("moved/deep/new");
  }

  @Test
  void a_folder_that_comes_again_is_watched_again() throws Exception {
    for (int i = 0; i < 3; i++) {
      delete(root.resolve("sub"));
      Files.createDirectories(root.resolve("sub/deep"));
      Files.writeString(root.resolve("sub/deep/new"), "text " + i);
      until("sub/deep/new");
    }

    Files.writeString(root.resolve("sub/deep/later"), "text");
    until("sub/deep/later");
  }

  @Test
  void the_watched_folder_itself_may_come_later_and_again() throws Exception {
    Path later = root.resolve("not/there/yet");
    open(later);
    Files.createDirectories(later);
    Files.writeString(later.resolve("a"), "1");
    until("not/there/yet/a");

    delete(root.resolve("not"));
    until("not/there/yet/a");
    Files.createDirectories(later);
    Files.writeString(later.resolve("b"), "1");
    until("not/there/yet/b");
  }

  @Test
  void a_file_alone_is_watched_without_its_neighbours() throws Exception {
    Path file = root.resolve("a");
    open(file);
    Files.writeString(root.resolve("b"), "1");
    Files.writeString(file, "1");
    assertThat(until("a")).containsExactly("a");

    Files.delete(file);
    assertThat(until("a")).containsExactly("a");
  }

  @Test
  void what_is_left_out_is_not_looked_at() throws Exception {
    Files.createDirectories(root.resolve("node_modules/x"));
    until("node_modules");
    Files.writeString(root.resolve("node_modules/x/y"), "1");
    Files.writeString(root.resolve("z"), "1");

    assertThat(until("z")).doesNotContain("node_modules/x/y");
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all = walk.toList().reversed();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
