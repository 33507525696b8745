package dev.fermata.runner.watch.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** What it means that the system refuses to watch. */
final class Limits {
  private static final Path INOTIFY = Path.of("/proc/sys/fs/inotify");

  private Limits() {}

  /** A user may have so many watchers. */
  static UnwatchableException ofWatchers(IOException e) {
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("limit")
        ? exceeded(
            "cannot watch files",
            "max_user_instances",
            "`sudo sysctl fs.inotify.max_user_instances=1024`, or end other programs that watch files",
            e)
        : new UnwatchableException(
            "cannot watch files: " + e.getMessage(), "`watch` needs inotify here", e);
  }

  /** A user may watch so many folders. */
  static UnwatchableException ofWatches(Path folder, IOException e) {
    String task = "cannot watch `" + folder + "`";
    return e.getMessage() != null && e.getMessage().toLowerCase(Locale.ROOT).contains("limit")
        ? exceeded(
            task,
            "max_user_watches",
            "`sudo sysctl fs.inotify.max_user_watches=524288`, or `ignore` large folders",
            e)
        : new UnwatchableException(
            task + ": " + e.getMessage(), "name another `path`, or `ignore` that folder", e);
  }

  private static UnwatchableException exceeded(
      String task, String limit, String remedy, IOException e) {
    return new UnwatchableException(
        "%s: the system's limit `fs.inotify.%s`%s is reached"
            .formatted(task, limit, present(limit)),
        "raise it by " + remedy,
        e);
  }

  private static String present(String limit) {
    try {
      return " (" + Files.readString(INOTIFY.resolve(limit)).strip() + ")";
    } catch (IOException unknown) {
      return "";
    }
  }
}
