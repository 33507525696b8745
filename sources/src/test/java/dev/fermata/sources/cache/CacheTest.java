package dev.fermata.sources.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheTest {
  private static final int WRITERS = 8;

  @TempDir private Path folder;

  /** Another process, which is killed half way. */
  static final class Half {
    private Half() {}

    public static void main(String[] args) throws UnreachableProject {
      cache(Path.of(args[0]))
          .entry(
              "git",
              "name",
              (workplace, content) -> {
                Files.writeString(content.resolve("first"), "");
                say("half");
                try {
                  Thread.sleep(Long.MAX_VALUE);
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
    }

    @SuppressWarnings("SystemOut")
    private static void say(String text) {
      System.out.println(text);
    }
  }

  private static Cache cache(Path folder) {
    return Cache.of(Map.of("XDG_CACHE_HOME", folder.toString()));
  }

  private static void fill(Path workplace, Path content) throws IOException {
    Files.writeString(content.resolve("first"), "");
    Files.writeString(content.resolve("second"), "");
  }

  private List<String> entries() throws IOException {
    try (Stream<Path> found = Files.list(folder.resolve("fermata/remote/git"))) {
      return found.map(path -> path.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void a_process_that_is_killed_half_way_leaves_no_entry_and_the_next_one_makes_it()
      throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Half.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).isEqualTo("half");
    } finally {
      process.destroyForcibly().waitFor();
    }
    assertThat(entries()).singleElement().asString().startsWith(".fetching-");

    Path entry = cache(folder).entry("git", "name", CacheTest::fill);

    assertThat(entry.toFile().list()).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void of_many_who_make_the_same_entry_at_once_each_gets_it_whole() throws Exception {
    var together = new CyclicBarrier(WRITERS);
    Callable<Path> writer =
        () ->
            cache(folder)
                .entry(
                    "git",
                    "name",
                    (workplace, content) -> {
                      fill(workplace, content);
                      await(together);
                    });
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Path>> all = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        all.add(threads.submit(writer));
      }
      for (Future<Path> one : all) {
        assertThat(one.get().toFile().list()).containsExactlyInAnyOrder("first", "second");
      }
    }
    assertThat(entries()).containsExactly("name");
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_fetch_that_fails_leaves_nothing() throws IOException {
    assertThatThrownBy(() ->
            cache(folder)
                .entry(
                    "git",
                    "name",
                    (workplace, content) -> {
                      fill(workplace, content);
                      throw new UnreachableProject("the line was cut");
                    }))
        .isInstanceOf(UnreachableProject.class);

    assertThat(entries()).isEmpty();
  }

  @Test
  void what_killed_processes_left_is_removed_a_day_later() throws Exception {
    Path kind = Files.createDirectories(folder.resolve("fermata/remote/git"));
    Path old = Files.createDirectories(kind.resolve(".fetching-old/content"));
    Path young = Files.createDirectories(kind.resolve(".fetching-young/content"));
    FileTime longAgo = FileTime.from(Instant.now().minusSeconds(100_000));
    Files.setLastModifiedTime(old.getParent(), longAgo);

    cache(folder).entry("git", "name", CacheTest::fill);

    assertThat(entries()).containsExactly(".fetching-young", "name");
    assertThat(young).exists();
  }
}
