package dev.fermata.runner.watch.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells which files have changed, many at once where many change. It is the JDK's watcher, which on
 * Linux is inotify: no files are read, and nothing is asked again and again.
 */
public final class FileWatcher implements AutoCloseable {
  private final WatchService service;
  private final FolderTree tree;

  private FileWatcher(WatchService service, FolderTree tree) {
    this.service = service;
    this.tree = tree;
  }

  /**
   * Watches from before its return. {@code complaints} is told of folders that come later and
   * cannot be watched; for those that are there it fails with an {@link UnwatchableException}.
   */
  public static FileWatcher open(
      Collection<WatchedPath> paths, Consumer<UnwatchableException> complaints) {
    WatchService service = service();
    var watcher = new FileWatcher(service, new FolderTree(service, paths, complaints));
    try {
      watcher.tree.begin();
      return watcher;
    } catch (RuntimeException e) {
      watcher.close();
      throw e;
    }
  }

  private static WatchService service() {
    try {
      return FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw Limits.ofWatchers(e);
    }
  }

  /**
   * Waits for changes, and until no more come: the paths of what was made, changed or removed,
   * folders among them, in order.
   */
  public Set<Path> next() throws InterruptedException {
    while (tree.changes() == 0) {
      tree.hear(service.take());
    }
    Instant first = Instant.now();
    while (true) {
      Duration left = Debounce.with(tree.changes()).left(Duration.between(first, Instant.now()));
      WatchKey key = service.poll(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
      if (key == null) {
        return tree.takeChanges();
      }
      tree.hear(key);
      if (left.isNegative()) {
        return tree.takeChanges();
      }
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot stop watching files", e);
    }
  }
}
