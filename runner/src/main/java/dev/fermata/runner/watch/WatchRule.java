package dev.fermata.runner.watch;

import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.WatchTrigger;
import dev.fermata.runner.watch.PathFilter.Context;
import dev.fermata.runner.watch.file.WatchedPath;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** A trigger of a service, and which files it is about; {@code root} has no link in it. */
record WatchRule(
    ServiceName service, WatchTrigger trigger, Path root, RootKind rootKind, PathFilter filter) {

  /** What the root was when the watch began. */
  enum RootKind {
    FILE,
    FOLDER_OR_NOTHING
  }

  static WatchRule of(Service service, WatchTrigger trigger, Context context) {
    Path root = RealPath.of(Path.of(trigger.path()));
    RootKind kind = Files.isRegularFile(root) ? RootKind.FILE : RootKind.FOLDER_OR_NOTHING;
    return new WatchRule(
        service.name(), trigger, root, kind, PathFilter.of(root, trigger, context));
  }

  WatchedPath watched() {
    return new WatchedPath(root, filter::leavesOut);
  }

  boolean matches(Path path) {
    boolean isOurs = path.equals(root) ? isFileNow() : path.startsWith(root);
    return isOurs && filter.accepts(path);
  }

  /**
   * A folder that goes says nothing by itself: its files do. Else the whole target would be removed
   * from the container, which may have more than those.
   */
  private boolean isFileNow() {
    return Files.exists(root, LinkOption.NOFOLLOW_LINKS)
        ? !Files.isDirectory(root, LinkOption.NOFOLLOW_LINKS)
        : rootKind == RootKind.FILE;
  }

  /** Where in the container the path has its place; a file goes into a folder that is named so. */
  String target(Path path) {
    String target = trigger.target().orElse("/");
    if (path.equals(root)) {
      return target.endsWith("/") ? target + path.getFileName() : target;
    }
    String below = root.relativize(path).toString();
    return target.endsWith("/") ? target + below : target + "/" + below;
  }
}
