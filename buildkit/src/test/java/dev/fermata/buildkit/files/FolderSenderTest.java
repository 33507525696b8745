package dev.fermata.buildkit.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.buildkit.Serving.Folder;
import dev.fermata.buildkit.message.Packet;
import dev.fermata.buildkit.message.Stat;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSenderTest {
  private static final FileRequest ALL = new FileRequest(List.of(), List.of(), List.of());

  @TempDir Path folder;

  private void write(String path, String content) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private ReceivingEngine sent(FileRequest request) throws IOException {
    return ReceivingEngine.receives(new Folder.OnDisk(folder), request);
  }

  private List<String> excluding(String... patterns) throws IOException {
    return sent(new FileRequest(List.of(), List.of(patterns), List.of())).paths();
  }

  private List<String> following(String... paths) throws IOException {
    return sent(new FileRequest(List.of(), List.of(), List.of(paths))).paths();
  }

  @Test
  void entries_come_depth_first_and_by_the_bytes_of_their_names() throws IOException {
    for (String path : List.of("a-b", "a/c", "a/b/x", "a.b", "\uFF5E", "\uD83D\uDE00", "B", "é")) {
      write(path, "");
    }
    assertThat(sent(ALL).paths())
        .containsExactly("B", "a", "a/b", "a/b/x", "a/c", "a-b", "a.b", "é", "～", "😀")
        .doesNotHaveDuplicates();
  }

  @Test
  void the_content_of_every_file_that_is_asked_for_comes_whole() throws IOException {
    String large = "0123456789abcdef".repeat(10_000);
    write("large", large);
    write("empty", "");
    write("d/small", "s");
    assertThat(sent(ALL).contents()).isEqualTo(Map.of("large", large, "empty", "", "d/small", "s"));
  }

  @Test
  void more_files_than_are_read_at_once_are_sent() throws IOException {
    for (int i = 0; i < 1_000; i++) {
      write("d" + i % 7 + "/f" + i, "content " + i);
    }
    ReceivingEngine engine = sent(ALL);
    assertThat(engine.contents()).hasSize(1_000).containsEntry("d0/f7", "content 7");
  }

  @Test
  void modes_times_and_owners_are_told_as_the_engine_reads_them() throws IOException {
    write("d/script", "#!");
    Files.setPosixFilePermissions(
        folder.resolve("d/script"), PosixFilePermissions.fromString("rwxr-x---"));
    Files.setAttribute(folder.resolve("d"), "unix:mode", 03755);
    Files.setLastModifiedTime(
        folder.resolve("d/script"), FileTime.from(Instant.parse("2001-02-03T04:05:06.789012345Z")));
    ReceivingEngine engine = sent(ALL);
    Stat script = engine.stat("d/script");
    assertThat(script.mode()).isEqualTo(0750);
    assertThat(script.modified()).isEqualTo(981173106_789012345L);
    assertThat(script.size()).isEqualTo(2);
    assertThat(List.of(script.user(), script.group())).containsOnly(0);
    assertThat(engine.stat("d").mode()).isEqualTo(1 << 31 | 1 << 22 | 1 << 20 | 0755);
    assertThat(engine.stat("d").size()).isZero();
  }

  @Test
  void links_are_told_as_they_are() throws IOException {
    write("file", "content");
    Files.createSymbolicLink(folder.resolve("soft"), Path.of("../nowhere/x"));
    Files.createLink(folder.resolve("z"), folder.resolve("file"));
    ReceivingEngine engine = sent(ALL);
    assertThat(engine.stat("soft").link()).isEqualTo("../nowhere/x");
    assertThat(engine.stat("soft").mode() & 1 << 27).isNotZero();
    assertThat(engine.stat("file").link()).isEmpty();
    assertThat(engine.stat("z").link()).isEqualTo("file");
  }

  @Test
  void of_a_hard_link_the_first_name_that_is_sent_has_the_content() throws IOException {
    write("a", "content");
    Files.createLink(folder.resolve("b"), folder.resolve("a"));
    Files.createLink(folder.resolve("c"), folder.resolve("a"));
    ReceivingEngine engine = sent(new FileRequest(List.of(), List.of("a"), List.of()));
    assertThat(engine.contents()).isEqualTo(Map.of("b", "content"));
    assertThat(engine.stat("c").link()).isEqualTo("b");
  }

  @Test
  void sockets_are_plain_files_and_pipes_are_pipes() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", folder.resolve("pipe").toString()).start().waitFor())
        .isZero();
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(folder.resolve("socket")));
      Files.setAttribute(folder.resolve("socket"), "unix:mode", 0755);
      var engine = new ReceivingEngine();
      new FolderSender()
          .send(
              new Folder.OnDisk(folder),
              new FileRequest(List.of(), List.of("socket"), List.of()),
              engine);
      assertThat(engine.stat("pipe").mode() & 1 << 25).isNotZero();
      assertThat(StatReader.read(folder.resolve("socket")).orElseThrow().mode()).isEqualTo(0755);
    }
  }

  @Test
  void what_is_excluded_stays_and_what_is_taken_back_brings_its_folders() throws IOException {
    for (String path : List.of("a/b/keep", "a/b/drop", "a/c/drop", "d/x", "e")) {
      write(path, "");
    }
    assertThat(excluding("a", "!a/b/keep", "d")).containsExactly("a", "a/b", "a/b/keep", "e");
    assertThat(excluding("*", "!**/keep")).containsExactly("a", "a/b", "a/b/keep");
    assertThat(excluding("**/drop")).doesNotContain("a/b/drop").contains("a/c", "d/x");
  }

  @Test
  void only_what_is_followed_is_sent_with_the_links_that_lead_there() throws IOException {
    write("real/deep/file", "");
    write("real/other", "");
    write("x.txt", "");
    write("y.md", "");
    Files.createSymbolicLink(folder.resolve("link"), Path.of("real/deep"));
    Files.createSymbolicLink(folder.resolve("real/up"), Path.of("/x.txt"));
    Files.createSymbolicLink(folder.resolve("loop"), Path.of("loop"));
    assertThat(following("x.txt")).containsExactly("x.txt");
    assertThat(following("link/file"))
        .containsExactly("link", "real", "real/deep", "real/deep/file");
    assertThat(following("real/u*")).containsExactly("real", "real/up", "x.txt");
    assertThat(following("*.txt")).containsExactly("x.txt");
    assertThat(following("loop/x", "y.md")).containsExactly("loop", "y.md");
    assertThat(following(".", "x.txt")).contains("real/other", "y.md");
    assertThat(following("Dockerfile")).isEmpty();
  }

  @Test
  void includes_are_patterns_and_bring_their_folders() throws IOException {
    for (String path : List.of("a/b/x.c", "a/b/x.h", "d/y.h", "z.h")) {
      write(path, "");
    }
    assertThat(sent(new FileRequest(List.of("**/*.h"), List.of("d"), List.of())).paths())
        .containsExactly("a", "a/b", "a/b/x.h", "z.h");
    assertThat(sent(new FileRequest(List.of("a/b"), List.of(), List.of())).paths())
        .containsExactly("a", "a/b", "a/b/x.c", "a/b/x.h");
  }

  @Test
  void files_of_the_memory_are_sent_like_others() throws IOException {
    var files = new TreeMap<>(Map.of("Dockerfile", "FROM x".getBytes(UTF_8)));
    ReceivingEngine engine =
        ReceivingEngine.receives(
            new Folder.InMemory(files),
            new FileRequest(
                List.of(), List.of(), List.of("Dockerfile", "Dockerfile.dockerignore")));
    assertThat(engine.contents()).isEqualTo(Map.of("Dockerfile", "FROM x"));
  }

  @Test
  void another_text_of_the_same_length_has_another_time() throws IOException {
    assertThat(timeInMemory("RUN echo a")).isEqualTo(timeInMemory("RUN echo a"));
    assertThat(timeInMemory("RUN echo a")).isNotEqualTo(timeInMemory("RUN echo b"));
  }

  private static long timeInMemory(String text) throws IOException {
    var files = new TreeMap<>(Map.of("Dockerfile", text.getBytes(UTF_8)));
    return ReceivingEngine.receives(new Folder.InMemory(files), ALL).stat("Dockerfile").modified();
  }

  @Test
  void a_file_that_went_away_is_empty() throws IOException {
    write("a", "content");
    var engine =
        new PacketStreamAround(new ReceivingEngine()) {
          @Override
          public void send(Packet packet) throws IOException {
            if (packet instanceof Packet.Entry) {
              Files.delete(folder.resolve("a"));
            }
            super.send(packet);
          }
        };
    new FolderSender().send(new Folder.OnDisk(folder), ALL, engine);
    assertThat(engine.around().contents()).isEqualTo(Map.of("a", ""));
  }

  @Test
  void a_folder_that_is_not_there_is_a_failure_that_the_engine_is_told() throws IOException {
    var engine = new ReceivingEngine();
    new FolderSender().send(new Folder.OnDisk(folder.resolve("none")), ALL, engine);
    assertThat(engine.failures())
        .containsExactly("cannot read `" + folder.resolve("none") + "`: there is no such file");
  }

  @Test
  void a_pattern_that_is_none_is_a_failure_that_the_engine_is_told() throws IOException {
    assertThat(sent(new FileRequest(List.of(), List.of("[a"), List.of())).failures())
        .containsExactly(
            "`[a` is no pattern: a `[` has no `]`; put a `\\` before what is meant as it is");
  }

  @Test
  void a_stream_that_ends_ends_the_transfer() throws IOException {
    write("a", "content");
    var engine =
        new PacketStreamAround(new ReceivingEngine()) {
          @Override
          public Packet receive() throws IOException {
            throw new IOException("the connection is gone");
          }
        };
    assertThatThrownBy(() -> new FolderSender().send(new Folder.OnDisk(folder), ALL, engine))
        .hasMessage("the connection is gone");
  }
}
