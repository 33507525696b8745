package dev.fermata.runner.copy;

import dev.fermata.runner.engine.file.PathStat.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** What is copied of this machine: where it is, and as what it arrives. */
record LocalSource(Path path, Landing.Source arrival) {

  /** A link is followed where it is written as a folder, and where the user says so. */
  static LocalSource of(String folder, String written, Links links) {
    String text = PathText.in(folder, written);
    Path path = Path.of(PathText.clean(text));
    try {
      boolean follows = links == Links.FOLLOWED || PathText.isSaidToBeFolder(text);
      Path real = follows ? path.toRealPath() : path;
      if (!Files.exists(real, LinkOption.NOFOLLOW_LINKS)) {
        throw new NoSuchFileException(written);
      }
      boolean isFolder = Files.isDirectory(real, LinkOption.NOFOLLOW_LINKS);
      if (!isFolder && PathText.isSaidToBeFolder(text)) {
        throw new CopyRefusal("`" + written + "` is no folder", "leave out its end `/`");
      }
      Kind kind = isFolder ? Kind.FOLDER : Kind.FILE;
      return new LocalSource(real, new Landing.Source(kind, PathText.name(text)));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + written + "`", e);
    }
  }
}
