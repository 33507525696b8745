package dev.fermata.cli.command.bridge;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.model.Project;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The folder for what comes of a conversion. It is made anew beside its place and takes that only
 * when all has gone well: a conversion that fails leaves the last one as it was.
 */
final class OutputFolder {
  private final Path place;
  private final EarlierOutput earlier;

  private OutputFolder(Path place, EarlierOutput earlier) {
    this.place = place;
    this.earlier = earlier;
  }

  static OutputFolder of(Session session, String text) {
    Path place = real(session.invocation().directory().resolve(text).normalize());
    if (Files.exists(place) && !Files.isDirectory(place)) {
      throw EarlyEnd.refused("`" + text + "` is a file", "name a folder by `--output`");
    }
    return new OutputFolder(place, EarlierOutput.in(place, session.invocation().environment()));
  }

  /** Where links lead. */
  private static Path real(Path path) {
    try {
      return Files.exists(path) ? path.toRealPath() : path;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at `" + path + "`", e);
    }
  }

  /** Whatever is said to questions: nobody means to have his project removed. */
  void refuseWhereWorkIs(Project project) {
    Stream<Path> work =
        Stream.concat(
            Stream.of(
                Path.of(project.workingDirectory()), Path.of(System.getProperty("user.home"))),
            project.composeFiles().stream().filter(it -> it.startsWith("/")).map(Path::of));
    List<Path> inside = work.filter(path -> real(path).startsWith(place)).toList();
    if (!inside.isEmpty() && !isEmpty()) {
      throw EarlyEnd.refused(
          "`%s` holds your work, `%s`, and would be emptied".formatted(place, inside.getFirst()),
          "name another folder by `--output`, such as `out`");
    }
  }

  /** Whether nothing is lost with it that the last conversion has not written. */
  boolean isFree() {
    return isEmpty() || earlier.isAll();
  }

  private boolean isEmpty() {
    if (!Files.exists(place)) {
      return true;
    }
    try (Stream<Path> inside = Files.list(place)) {
      return inside.findAny().isEmpty();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look into `" + place + "`", e);
    }
  }

  /** Puts in place what {@code work} leaves in the folder that it is given, if it succeeds. */
  Ending fill(Function<Path, Ending> work) {
    Path staging = staging();
    try {
      Ending ending = work.apply(staging);
      if (ending instanceof Ending.Succeeded) {
        replaceBy(staging);
        earlier.remember();
      }
      return ending;
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
