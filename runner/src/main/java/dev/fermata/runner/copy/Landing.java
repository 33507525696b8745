package dev.fermata.runner.copy;

import dev.fermata.runner.engine.file.PathStat.Kind;
import java.util.Optional;

/**
 * Where what is copied comes to lie: in which folder, and by which name there; {@code .} is what
 * the folder itself holds. These are the rules of {@code docker cp}.
 */
record Landing(String folder, String name) {

  /** What is copied: its kind, and the name that it brings. */
  record Source(Kind kind, String name) {}

  /** Where to; without a kind there is nothing yet. */
  record Destination(String path, Optional<Kind> kind) {}

  static Landing of(Source source, Destination to) {
    if (to.kind().filter(Kind.FOLDER::equals).isPresent()) {
      return new Landing(to.path(), source.name());
    }
    if (to.kind().isPresent() && source.kind() == Kind.FOLDER) {
      throw new CopyRefusal(
          "a folder cannot be copied onto `" + to.path() + "`, which is a file",
          "name a folder, or a path that is not there yet");
    }
    if (to.kind().isEmpty()
        && source.kind() != Kind.FOLDER
        && PathText.isSaidToBeFolder(to.path())) {
      throw new CopyRefusal(
          "no such directory: `" + to.path() + "`",
          "without the end `/` the file gets that name; folders are not made for it");
    }
    return new Landing(PathText.parent(to.path()), PathText.name(to.path()));
  }
}
