package dev.fermata.runner.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarReader;
import dev.fermata.runner.docker.archive.TarWriter;
import dev.fermata.runner.engine.CommitRequest;
import dev.fermata.runner.engine.CommitRequest.Meanwhile;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.EngineContent;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every engine does with the files in containers; see {@link EngineContract}. */
@Timeout(60)
public abstract class EngineFilesContract {
  private final String name = ContractProject.freshName();
  private Engine engine;
  private ContractProject tested;
  private String id;

  /** An engine for one test, with the image {@code busybox}. */
  protected abstract Engine connect();

  @BeforeEach
  void open() {
    engine = connect();
    tested = new ContractProject(name, engine);
    id = tested.created(ContractProject.sleeper());
  }

  @AfterEach
  void removeAll() {
    tested.close();
  }

  private ContainerFiles files() {
    return engine.files();
  }

  private static void one(OutputStream out) throws IOException {
    byte[] text = "one".getBytes(StandardCharsets.UTF_8);
    var tar = new TarWriter(out);
    tar.file(TarEntry.file("a", 0644, text.length, Instant.EPOCH), text);
    tar.folderOrLink(TarEntry.link("link", "a", Instant.EPOCH));
    tar.folderOrLink(TarEntry.folder("sub", 0755, Instant.EPOCH));
    tar.finish();
  }

  private List<String> names(String path) throws IOException {
    var names = new ArrayList<String>();
    try (ContainerArchive archive = files().read(id, path)) {
      var tar = new TarReader(archive.content());
      for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        names.add(entry.get().name());
      }
    }
    return names;
  }

  @Test
  void what_was_written_is_there_by_kind() {
    files().write(id, "/tmp", Owners.OF_ARCHIVE, EngineFilesContract::one);

    assertThat(files().stat(id, "/tmp/a")).contains(new PathStat("a", PathStat.Kind.FILE, ""));
    assertThat(files().stat(id, "/tmp/sub/"))
        .contains(new PathStat("sub", PathStat.Kind.FOLDER, ""));
    assertThat(files().stat(id, "/tmp/link")).map(PathStat::kind).contains(PathStat.Kind.LINK);
    assertThat(files().stat(id, "/tmp/none")).isEmpty();
  }

  @Test
  void an_archive_has_the_name_of_what_was_asked_for() throws IOException {
    files().write(id, "/tmp", Owners.OF_CONTAINER, EngineFilesContract::one);

    assertThat(names("/tmp/a")).containsExactly("a");
    assertThat(names("/tmp/sub")).containsExactly("sub/");
    assertThat(names("/tmp")).contains("tmp/", "tmp/a", "tmp/link", "tmp/sub/");
    assertThat(names("/tmp/.")).contains("./", "./a");
  }

  @Test
  void an_archive_that_is_closed_early_ends_the_call() {
    ContainerArchive archive = files().read(id, "/etc");

    archive.close();

    assertThat(files().stat(id, "/etc")).isPresent();
  }

  @Test
  void nothing_is_read_or_written_where_there_is_nothing() {
    ContractProject.refuses(Kind.NOT_FOUND, () -> files().read(id, "/none"));
    ContractProject.refuses(Kind.NOT_FOUND, () -> files().read("no-such-container", "/"));
    ContractProject.refuses(
        Kind.NOT_FOUND,
        () -> files().write(id, "/none", Owners.OF_ARCHIVE, EngineFilesContract::one));
  }

  @Test
  void a_folder_is_not_replaced_by_a_file() {
    files().write(id, "/tmp", Owners.OF_ARCHIVE, EngineFilesContract::one);

    ContractProject.refuses(
        Kind.INVALID,
        () ->
            files()
                .write(
                    id,
                    "/tmp",
                    Owners.OF_ARCHIVE,
                    out -> {
                      var tar = new TarWriter(out);
                      tar.file(TarEntry.file("sub", 0644, 0, Instant.EPOCH), new byte[0]);
                      tar.finish();
                    }));
  }

  @Test
  void a_link_is_not_replaced_by_a_folder() {
    files()
        .write(
            id,
            "/tmp",
            Owners.OF_ARCHIVE,
            out -> {
              var tar = new TarWriter(out);
              tar.folderOrLink(TarEntry.folder("sub", 0755, Instant.EPOCH));
              tar.folderOrLink(TarEntry.link("link", "/tmp/sub", Instant.EPOCH));
              tar.finish();
            });

    assertThatThrownBy(() ->
            files()
                .write(
                    id,
                    "/tmp",
                    Owners.OF_ARCHIVE,
                    out -> {
                      var tar = new TarWriter(out);
                      tar.folderOrLink(TarEntry.folder("link", 0755, Instant.EPOCH));
                      tar.finish();
                    }))
        .isInstanceOf(EngineException.class);
  }

  @Test
  void everything_is_exported() throws IOException {
    var content = files().export(id);
    try {
      var tar = new TarReader(content);
      boolean found = false;
      for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        found |= entry.get().name().replaceFirst("^\\./", "").equals("etc/hostname");
      }
      assertThat(found).isTrue();
    } finally {
      EngineContent.close(content);
    }
  }

  @Test
  void a_container_becomes_an_image() {
    String image = name + "/kept:one";
    String made =
        engine
            .images()
            .commit(
                id,
                new CommitRequest(
                    Optional.of(image),
                    Optional.of("why"),
                    Optional.of("me"),
                    List.of("ENV A=b", "CMD run"),
                    Meanwhile.PAUSED));

    assertThat(engine.images().inspect(new ImageRef(image).familiar()))
        .hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(made));
    engine.images().remove(image);
    ContractProject.refuses(
        Kind.NOT_FOUND,
        () ->
            engine
                .images()
                .commit(
                    "no-such-container",
                    new CommitRequest(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Meanwhile.RUNNING)));
  }
}
