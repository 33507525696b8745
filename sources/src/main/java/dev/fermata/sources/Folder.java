package dev.fermata.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The files of a folder, as far as they tell something; long ones up to where nobody looks. */
public record Folder(Path path) {
  private static final int MOST = 256 * 1024;

  /** Folders that hold what others wrote. */
  private static final List<String> FOREIGN =
      List.of("node_modules", "vendor", "target", "build", "dist", "venv");

  /** Whether there is anything of this name. */
  public boolean has(String name) {
    return Files.exists(path.resolve(name), LinkOption.NOFOLLOW_LINKS);
  }

  public Optional<String> text(String name) {
    Path file = path.resolve(name);
    if (!Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(file)) {
      return Optional.of(new String(in.readNBytes(MOST), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + name + "`", e);
    }
  }

  /** The first of these files that is there. */
  public Optional<String> firstOf(String... names) {
    return Stream.of(names).filter(name -> Files.isRegularFile(path.resolve(name))).findFirst();
  }

  /** The folders in it that are the project's own, by name. */
  public List<Folder> folders() {
    try (Stream<Path> all = Files.list(path)) {
      return all.filter(Files::isDirectory)
          .map(Folder::new)
          .filter(folder -> !folder.name().startsWith(".") && !FOREIGN.contains(folder.name()))
          .sorted(Comparator.comparing(Folder::name))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + path + "`", e);
    }
  }

  public String name() {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }
}
