package dev.fermata.runner.copy;

import dev.fermata.runner.docker.archive.TarReader;
import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.file.ContainerArchive;
import dev.fermata.runner.engine.file.PathStat;
import dev.fermata.runner.engine.file.PathStat.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Copies what is at {@code path} in a container onto this machine. */
public record CopyOut(ContainerFiles files, String container, String path, Links links) {
  private static final int MOST_LINKS = 40;

  /** As an archive; whoever takes it closes it. */
  public ContainerArchive archive() {
    return files.read(container, followed());
  }

  /** To a path that starts from {@code folder} if it is relative. */
  public void to(String folder, String destination) {
    Landing.Destination to = destination(folder, destination);
    try (ContainerArchive archive = archive()) {
      PathStat stat = archive.stat();
      String brought = PathText.name(path);
      Landing landing = Landing.of(new Landing.Source(stat.kind(), brought), to);
      boolean isContents = landing.name().equals(PathText.CONTENTS) || landing.name().equals("/");
      Path into = Path.of(PathText.clean(landing.folder()));
      Path top = isContents ? into : into.resolve(landing.name());
      Unpacking.run(new TarReader(archive.content()), stat.name(), top);
    }
  }

  private String followed() {
    if (links == Links.KEPT) {
      return path;
    }
    return files
        .stat(container, path)
        .filter(stat -> stat.kind() == Kind.LINK)
        .map(stat -> PathText.withEndOf(path, stat.link()))
        .orElse(path);
  }

  private static Landing.Destination destination(String folder, String written) {
    String text = PathText.in(folder, written);
    try {
      Path here = target(Path.of(PathText.clean(text)));
      String path = PathText.withEndOf(text, here.toString());
      if (!Files.exists(here)) {
        requireFolder(here.resolveSibling(""), written);
        return new Landing.Destination(path, Optional.empty());
      }
      return new Landing.Destination(path, Optional.of(kind(here)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot look at `" + written + "`", e);
    }
  }

  /** Where links lead, whether that is there or not. */
  private static Path target(Path path) throws IOException {
    Path here = path;
    for (int i = 0; i < MOST_LINKS && Files.isSymbolicLink(here); i++) {
      here = here.resolveSibling(Files.readSymbolicLink(here)).normalize();
    }
    return here;
  }

  private static void requireFolder(Path folder, String written) {
    if (!Files.isDirectory(folder)) {
      throw new CopyRefusal(
          "directory \"" + folder + "\" does not exist, so `" + written + "` cannot be written",
          "folders on the way are not made");
    }
  }

  private static Kind kind(Path path) {
    if (Files.isDirectory(path)) {
      return Kind.FOLDER;
    }
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw new CopyRefusal(
          "`" + path + "` is a device, a pipe or a socket", "name a file or a folder");
    }
    return Kind.FILE;
  }
}
