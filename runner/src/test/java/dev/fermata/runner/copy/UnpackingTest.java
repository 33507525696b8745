package dev.fermata.runner.copy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarReader;
import dev.fermata.runner.docker.archive.TarWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a container holds is not to be trusted. */
final class UnpackingTest {
  private static final Instant TIME = Instant.ofEpochSecond(1_000_000_000);

  @TempDir private Path folder;
  private final ByteArrayOutputStream archive = new ByteArrayOutputStream();
  private final TarWriter tar = new TarWriter(archive);

  @BeforeEach
  void makeTop() throws IOException {
    Files.createDirectory(folder.resolve("top"));
  }

  private void file(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    tar.file(TarEntry.file(name, 0640, content.length, TIME), content);
  }

  private void unpack(String root) throws IOException {
    tar.finish();
    var reader = new TarReader(new ByteArrayInputStream(archive.toByteArray()));
    Unpacking.run(reader, root, folder.resolve("top"));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(it -> !Files.isDirectory(it, LinkOption.NOFOLLOW_LINKS))
          .map(it -> folder.relativize(it).toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void files_come_with_their_modes_times_and_names() throws IOException {
    tar.folderOrLink(TarEntry.folder("d", 0500, TIME));
    file("d/a", "one");
    tar.folderOrLink(TarEntry.hardLink("d/b", "d/a", 0640, TIME));
    tar.folderOrLink(TarEntry.link("d/c", "/etc/passwd", TIME));
    file("d/" + "long/".repeat(40) + "x", "deep");
    unpack("d");

    Path top = folder.resolve("top");
    assertThat(top.resolve("b")).hasContent("one");
    assertThat(Files.getAttribute(top.resolve("a"), "unix:mode")).isEqualTo(0100640);
    assertThat(Files.getAttribute(top.resolve("a"), "unix:nlink")).isEqualTo(2);
    assertThat(Files.getLastModifiedTime(top.resolve("a")).toInstant()).isEqualTo(TIME);
    assertThat(Files.readSymbolicLink(top.resolve("c"))).hasToString("/etc/passwd");
    assertThat(top.resolve("long/".repeat(40) + "x")).hasContent("deep");
    Files.setAttribute(top, "unix:mode", 0700);
  }

  @Test
  void nothing_is_written_through_a_link_of_the_archive() throws IOException {
    tar.folderOrLink(TarEntry.link("d/out", folder.toString(), TIME));
    file("d/out/stolen", "x");

    assertThatThrownBy(() -> unpack("d"))
        .isInstanceOf(UncheckedIOException.class)
        .hasStackTraceContaining("it is no folder");
    assertThat(names()).containsExactly("top/out");
  }

  @Test
  void nothing_is_written_through_a_link_that_was_there() throws IOException {
    Files.createDirectory(folder.resolve("other"));
    Files.createSymbolicLink(folder.resolve("top/sub"), folder.resolve("other"));
    file("d/sub/x", "x");

    assertThatThrownBy(() -> unpack("d")).isInstanceOf(UncheckedIOException.class);
    assertThat(names()).containsExactly("top/sub");
  }

  @Test
  void a_hard_link_to_the_outside_is_refused() throws IOException {
    tar.folderOrLink(TarEntry.hardLink("d/x", "../../etc/passwd", 0640, TIME));

    assertThatThrownBy(() -> unpack("d")).isInstanceOf(CopyRefusal.class);
  }

  @Test
  void a_name_that_climbs_is_refused() throws IOException {
    file("d/../../up", "x");

    assertThatThrownBy(() -> unpack("d")).isInstanceOf(CopyRefusal.class);
    assertThat(names()).isEmpty();
  }

  @Test
  void an_archive_that_breaks_off_leaves_no_part_of_a_file() throws IOException {
    Files.writeString(folder.resolve("top/a"), "old");
    file("d/a", "x".repeat(100_000));
    var cut = new ByteArrayInputStream(archive.toByteArray(), 0, 50_000);

    assertThatThrownBy(() -> Unpacking.run(new TarReader(cut), "d", folder.resolve("top")))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(folder.resolve("top/a")).hasContent("old");
    assertThat(names()).containsExactly("top/a");
  }

  @Test
  void what_is_no_archive_is_told_as_such() {
    var text = new ByteArrayInputStream("no archive".repeat(100).getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> Unpacking.run(new TarReader(text), "d", folder.resolve("top")))
        .hasStackTraceContaining("it is no tar archive");
  }

  @Test
  void another_name_of_a_file_has_its_mode() throws IOException {
    Path top = folder.resolve("top");
    Files.writeString(top.resolve("a"), "one");
    Files.setAttribute(top.resolve("a"), "unix:mode", 0751);
    Files.createLink(top.resolve("b"), top.resolve("a"));
    LocalTree.write(top, "d", archive);

    var reader = new TarReader(new ByteArrayInputStream(archive.toByteArray()));
    var modes = new ArrayList<Integer>();
    for (var entry = reader.next(); entry.isPresent(); entry = reader.next()) {
      modes.add(entry.get().mode());
    }
    assertThat(modes.subList(1, 3)).containsExactly(0751, 0751);
  }

  @Test
  void a_tree_that_was_written_is_read_again() throws IOException {
    Path top = folder.resolve("top");
    Files.writeString(top.resolve("a"), "one");
    Files.createLink(top.resolve("b"), top.resolve("a"));
    Files.createSymbolicLink(top.resolve("c"), Path.of("a"));
    Files.createDirectory(top.resolve("empty"));
    LocalTree.write(top, ".", archive);

    var reader = new TarReader(new ByteArrayInputStream(archive.toByteArray()));
    Unpacking.run(reader, ".", folder.resolve("copy"));

    Path copy = folder.resolve("copy");
    assertThat(copy.resolve("b")).hasContent("one");
    assertThat(Files.getAttribute(copy.resolve("b"), "unix:nlink")).isEqualTo(2);
    assertThat(Files.isSymbolicLink(copy.resolve("c"))).isTrue();
    assertThat(Files.isDirectory(copy.resolve("empty"), LinkOption.NOFOLLOW_LINKS)).isTrue();
  }
}
