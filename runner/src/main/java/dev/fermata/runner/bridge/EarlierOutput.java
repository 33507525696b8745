package dev.fermata.runner.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path root =
        cache.isEmpty()
            ? Path.of(environment.getOrDefault("HOME", "/tmp"), ".cache")
            : Path.of(cache);
    String name = digest(folder.toString().getBytes(StandardCharsets.UTF_8));
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
        String kind = Files.isRegularFile(path) ? digest(Files.readAllBytes(path)) : "other";
        lines.add(kind + " " + folder.relativize(path) + "\n");
      }
    }
    return String.join("", lines);
  }

  private static String digest(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("a bug: every Java has SHA-256", e);
    }
  }
}
