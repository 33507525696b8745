package dev.fermata.runner.bridge;

import dev.fermata.model.digest.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What the last conversion left in a folder, remembered in the user's cache: the folder itself is
 * for other programs, which may not like a file too many.
 */
final class EarlierOutput {
  private final Path folder;
  private final Path memory;

  private EarlierOutput(Path folder, Path memory) {
    this.folder = folder;
    this.memory = memory;
  }

  static EarlierOutput in(Path folder, Map<String, String> environment) {
    Path cache = Path.of(environment.getOrDefault("XDG_CACHE_HOME", ""));
    Path root =
        cache.isAbsolute() ? cache : Path.of(environment.getOrDefault("HOME", "/tmp"), ".cache");
    String name = Sha256.hex(folder.toString());
    return new EarlierOutput(folder, root.resolve("fermata/bridge").resolve(name));
  }

  /** Whether the folder holds just that, unchanged. */
  boolean isAll() {
    try {
      return Files.isRegularFile(memory) && Files.readString(memory).equals(content());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot compare `" + folder + "` with `" + memory + "`", e);
    }
  }

  void remember() throws IOException {
    Files.createDirectories(memory.resolveSibling(""));
    Files.writeString(memory, content());
  }

  /** A line for each file: what is in it, and its path. */
  private String content() throws IOException {
    var lines = new TreeSet<String>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(it -> !Files.isDirectory(it)).toList()) {
        String kind = Files.isRegularFile(path) ? Sha256.hex(Files.readAllBytes(path)) : "other";
        lines.add(kind + " " + folder.relativize(path) + "\n");
      }
    }
    return String.join("", lines);
  }
}
