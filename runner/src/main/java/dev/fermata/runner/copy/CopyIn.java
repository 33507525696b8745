package dev.fermata.runner.copy;

import dev.fermata.runner.engine.ContainerFiles;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import dev.fermata.runner.engine.file.PathStat.Kind;
import java.io.InputStream;
import java.util.Optional;

/** Copies from this machine into a container, to {@code path} there. */
public record CopyIn(ContainerFiles files, String container, String path, Owners owners) {

  /** Of a file or a folder, whose path starts from {@code folder} if it is relative. */
  public void of(String folder, String source, Links links) {
    LocalSource local = LocalSource.of(folder, source, links);
    Landing landing = Landing.of(local.arrival(), destination());
    files.write(
        container,
        landing.folder(),
        owners,
        out -> LocalTree.write(local.path(), landing.name(), out));
  }

  /** Of an archive as it is. */
  public void ofArchive(InputStream archive) {
    Landing.Destination to = destination();
    if (to.kind().filter(Kind.FOLDER::equals).isEmpty()) {
      throw new CopyRefusal(
          "an archive is unpacked into a folder, and `" + path + "` is none in the container",
          "name a folder that is there");
    }
    files.write(container, to.path(), owners, archive::transferTo);
  }

  /** A link is followed; what it leads to need not be there. */
  private Landing.Destination destination() {
    Optional<PathStat> stat = files.stat(container, path);
    if (stat.isPresent() && stat.get().kind() == Kind.LINK) {
      String target = stat.get().link();
      return checked(new Landing.Destination(target, kind(files.stat(container, target))));
    }
    return checked(new Landing.Destination(path, kind(stat)));
  }

  private static Optional<Kind> kind(Optional<PathStat> stat) {
    return stat.map(PathStat::kind);
  }

  private static Landing.Destination checked(Landing.Destination to) {
    if (to.kind().filter(Kind.SPECIAL::equals).isPresent()) {
      throw new CopyRefusal(
          "`" + to.path() + "` is a device, a pipe or a socket in the container",
          "name a file or a folder");
    }
    return to;
  }
}
