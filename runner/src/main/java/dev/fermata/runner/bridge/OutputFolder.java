package dev.fermata.runner.bridge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder for what comes of a conversion. It is made anew beside its place and takes that only
 * when all has gone well: a conversion that fails leaves the last one as it was.
 */
public final class OutputFolder {
  private final Path place;
  private final EarlierOutput earlier;

  private OutputFolder(Path place, EarlierOutput earlier) {
    this.place = place;
    this.earlier = earlier;
  }

  /** {@code environment} names the cache of the user. */
  public static OutputFolder at(Path path, Map<String, String> environment) {
    Path place = real(path.normalize());
    return new OutputFolder(place, EarlierOutput.in(place, environment));
  }

  public boolean isFile() {
    return Files.exists(place) && !Files.isDirectory(place);
  }

  /** Where links lead. */
  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at `" + path + "`", e);
    }
  }

  /** The first of these paths that would be lost with what is in it. */
  public Optional<Path> holding(Collection<Path> paths) {
    return isEmpty()
        ? Optional.empty()
        : paths.stream().filter(path -> real(path).startsWith(place)).findFirst();
  }

  /** Whether nothing is lost with it that the last conversion has not written. */
  public boolean isFree() {
    return isEmpty() || earlier.isAll();
  }

  private boolean isEmpty() {
    return !Files.exists(place) || (Files.isDirectory(place) && isEmpty(place));
  }

  /** Whether there is nothing in a folder. */
  public static boolean isEmpty(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into `" + folder + "`", e);
    }
  }

  /** Puts in place what {@code work} leaves in the folder that it is given, if it is done well. */
  public <T> T fill(Function<Path, T> work, Predicate<T> isDone) {
    Path staging = staging();
    try {
      T outcome = work.apply(staging);
      if (isDone.test(outcome)) {
        replaceBy(staging);
        earlier.remember();
      }
      return outcome;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write `" + place + "`", e);
    } finally {
      remove(staging);
    }
  }

  private Path staging() {
    try {
      Path parent = Files.createDirectories(place.resolveSibling(""));
      return Files.createTempDirectory(parent, "." + place.getFileName() + "-");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write beside `" + place + "`", e);
    }
  }

  private void replaceBy(Path staging) throws IOException {
    Path old = staging.resolveSibling(staging.getFileName() + "-old");
    if (Files.exists(place)) {
      Files.move(place, old);
    }
    Files.createDirectory(place);
    try (Stream<Path> made = Files.list(staging)) {
      for (Path one : made.toList()) {
        Files.move(one, place.resolve(one.getFileName()));
      }
    }
    remove(old);
  }

  private static void remove(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> inside = Files.walk(folder)) {
      for (Path path : inside.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot remove `" + folder + "`", e);
    }
  }
}
