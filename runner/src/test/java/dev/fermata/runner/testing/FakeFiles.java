package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.runner.docker.archive.TarEntry;
import dev.fermata.runner.docker.archive.TarReader;
import dev.fermata.runner.docker.archive.TarWriter;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Files in fake containers: each begins with {@code /tmp} and {@code /etc/hostname}. */
final class FakeFiles implements ContainerFiles {
  private final FakeWorld world;
  private final FakeCalls calls;
  private final Map<String, SortedMap<String, Thing>> byContainer;

  /** What is at a path. */
  private record Thing(PathStat.Kind kind, String text) {
    static final Thing FOLDER = new Thing(PathStat.Kind.FOLDER, "");

    static Thing file(String text) {
      return new Thing(PathStat.Kind.FILE, text);
    }
  }

  FakeFiles(FakeWorld world, FakeCalls calls) {
    this.world = world;
    this.calls = calls;
    this.byContainer = new ConcurrentHashMap<>();
  }

  private SortedMap<String, Thing> filesOf(String container) {
    String id = world.container(container).id();
    return byContainer.computeIfAbsent(
        id,
        fresh ->
            new TreeMap<>(
                Map.of(
                    "", Thing.FOLDER,
                    "/etc", Thing.FOLDER,
                    "/etc/hostname", Thing.file(fresh + "\n"),
                    "/tmp", Thing.FOLDER)));
  }

  private static String key(String path) {
    String key = ("/" + path).replaceAll("/+\\.?(?=/|$)", "/").replaceAll("/+", "/");
    return key.endsWith("/") ? key.substring(0, key.length() - 1) : key;
  }

  private static String name(String path) {
    if (path.endsWith("/.")) {
      return ".";
    }
    String key = key(path);
    return key.isEmpty() ? "/" : key.substring(key.lastIndexOf('/') + 1);
  }

  @Override
  public Optional<PathStat> stat(String container, String path) {
    calls.got("stat " + world.nameOf(container) + " " + path);
    return Optional.ofNullable(filesOf(container).get(key(path))).map(thing -> stat(path, thing));
  }

  private static PathStat stat(String path, Thing thing) {
    boolean isLink = thing.kind() == PathStat.Kind.LINK;
    return new PathStat(name(path), thing.kind(), isLink ? thing.text() : "");
  }

  @Override
  public ContainerArchive read(String container, String path) {
    calls.got("read " + world.nameOf(container) + " " + path);
    var files = filesOf(container);
    Thing thing = files.get(key(path));
    if (thing == null) {
      throw refusal(Kind.NOT_FOUND, "there is no `" + path + "` in the container");
    }
    return new ContainerArchive(stat(path, thing), archived(files, key(path), name(path)));
  }

  @Override
  public InputStream export(String container) {
    calls.got("export " + world.nameOf(container));
    return archived(filesOf(container), "", ".");
  }

  private static InputStream archived(SortedMap<String, Thing> files, String top, String name) {
    var bytes = new ByteArrayOutputStream();
    try {
      var tar = new TarWriter(bytes);
      for (var file : files.entrySet()) {
        if (file.getKey().equals(top) || file.getKey().startsWith(top + "/")) {
          add(tar, name + file.getKey().substring(top.length()), file.getValue());
        }
      }
      tar.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void add(TarWriter tar, String name, Thing thing) throws IOException {
    Instant time = Instant.EPOCH;
    switch (thing.kind()) {
      case FOLDER -> tar.folderOrLink(TarEntry.folder(name, 0755, time));
      case LINK -> tar.folderOrLink(TarEntry.link(name, thing.text(), time));
      case FILE, SPECIAL -> {
        byte[] content = thing.text().getBytes(java.nio.charset.StandardCharsets.UTF_8);
        tar.file(TarEntry.file(name, 0644, content.length, time), content);
      }
    }
  }

  @Override
  public void write(String container, String folder, Owners owners, Content archive) {
    calls.got("write " + world.nameOf(container) + " " + folder);
    var files = filesOf(container);
    Thing target = files.get(key(folder));
    if (target == null) {
      throw refusal(Kind.NOT_FOUND, "there is no `" + folder + "` in the container");
    }
    if (target.kind() != PathStat.Kind.FOLDER) {
      throw refusal(Kind.INVALID, "extraction point is not a directory");
    }
    var bytes = new ByteArrayOutputStream();
    try {
      archive.writeTo(bytes);
      var tar = new TarReader(new ByteArrayInputStream(bytes.toByteArray()));
      for (var entry = tar.next(); entry.isPresent(); entry = tar.next()) {
        put(files, key(folder + "/" + entry.get().name()), thing(tar, entry.get()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void put(SortedMap<String, Thing> files, String key, Thing thing) {
    Thing there = files.get(key);
    boolean wasFolder = there != null && there.kind() == PathStat.Kind.FOLDER;
    if (there != null && wasFolder != (thing.kind() == PathStat.Kind.FOLDER)) {
      throw refusal(Kind.INVALID, "cannot overwrite a directory with a non-directory");
    }
    files.put(key, thing);
  }

  private static Thing thing(TarReader tar, TarEntry entry) throws IOException {
    return switch (entry.type()) {
      case FOLDER -> Thing.FOLDER;
      case LINK -> new Thing(PathStat.Kind.LINK, entry.link());
      case FILE, HARD_LINK, PIPE, DEVICE -> {
        var content = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        for (int count = tar.read(buffer); count >= 0; count = tar.read(buffer)) {
          content.write(buffer, 0, count);
        }
        yield Thing.file(content.toString(java.nio.charset.StandardCharsets.UTF_8));
      }
    };
  }
}
