package dev.fermata.runner.watch.file;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The folders that are watched and what was seen in them, so that what happened while nobody told
 * of it shows as well. Folders that lead to a path that is not there are watched for that path
 * alone. One thread.
 */
final class FolderTree {
  private final WatchService service;
  private final List<WatchedPath> wanted;
  private final Consumer<UnwatchableException> complaints;
  private final Map<WatchKey, Folder> byKey = new HashMap<>();
  private final Map<Path, Folder> byPath = new TreeMap<>();

  /** The changed paths since they were taken. */
  private Set<Path> changed = new TreeSet<>();

  private record Folder(Path path, WatchKey key, Map<Path, Stamp> entries) {}

  /** Whether what is found is news. */
  private enum News {
    NONE,
    ALL
  }

  /** {@code complaints} is told of folders that come later and cannot be watched. */
  FolderTree(
      WatchService service,
      Collection<WatchedPath> wanted,
      Consumer<UnwatchableException> complaints) {
    this.service = service;
    this.wanted = List.copyOf(wanted);
    this.complaints = complaints;
  }

  /** Fails where a folder that is there cannot be watched. */
  void begin() {
    wanted.forEach(path -> reach(path, News.NONE));
  }

  int changes() {
    return changed.size();
  }

  Set<Path> takeChanges() {
    Set<Path> taken = changed;
    changed = new TreeSet<>();
    return taken;
  }

  /** What the system tells of a folder. */
  void hear(WatchKey key) {
    for (WatchEvent<?> event : key.pollEvents()) {
      Folder folder = byKey.get(key);
      if (folder == null) {
        continue;
      }
      if (event.context() instanceof Path name) {
        look(folder, folder.path().resolve(name));
      } else {
        lookAgain(folder);
      }
    }
    if (!key.reset()) {
      Optional.ofNullable(byKey.get(key)).ifPresent(gone -> end(gone.path()));
    }
    restore();
  }

  /** Another folder may have its name, and even its number, by now. */
  private void end(Path path) {
    lose(path);
    Optional.ofNullable(path.getParent()).map(byPath::get).ifPresent(parent -> look(parent, path));
  }

  /** A path that was not there, or is not there any more, may come again. */
  private void restore() {
    for (WatchedPath path : wanted) {
      if (!byPath.containsKey(path.path())) {
        quietly(() -> reach(path, News.ALL));
      }
    }
  }

  /** Watches a path, and what leads to it as far as that is there. */
  private void reach(WatchedPath path, News news) {
    Path folder = path.path();
    while (folder.getParent() != null && !Files.isDirectory(folder)) {
      folder = folder.getParent();
    }
    Path above = folder.getParent();
    if (above != null) {
      enter(above, News.NONE);
    }
    enter(folder, news);
  }

  private void quietly(Runnable watching) {
    try {
      watching.run();
    } catch (UnwatchableException e) {
      complaints.accept(e);
    }
  }

  /** Watches a folder, then looks at what is in it: what comes in between is seen both ways. */
  private void enter(Path path, News news) {
    if (byPath.containsKey(path)) {
      return;
    }
    Optional<WatchKey> key = register(path);
    if (key.isEmpty()) {
      return;
    }
    var folder = new Folder(path, key.get(), new TreeMap<>());
    byKey.put(key.get(), folder);
    byPath.put(path, folder);
    for (Path entry : entries(path)) {
      if (isWanted(entry)) {
        see(folder, entry, news);
      }
    }
  }

  private void see(Folder folder, Path entry, News news) {
    Optional<Stamp> stamp = Stamp.of(entry);
    if (stamp.isEmpty()) {
      return;
    }
    folder.entries().put(entry, stamp.get());
    if (news == News.ALL) {
      tell(entry);
    }
    if (stamp.get().isFolder() && wanted.stream().anyMatch(path -> path.reaches(entry))) {
      enter(entry, news);
    }
  }

  private void look(Folder folder, Path entry) {
    if (isWanted(entry)) {
      look(folder, entry, Stamp.of(entry));
    }
  }

  private void look(Folder folder, Path entry, Optional<Stamp> now) {
    Optional<Stamp> before = Optional.ofNullable(folder.entries().remove(entry));
    boolean wasFolder = before.filter(Stamp::isFolder).isPresent();
    boolean isSameFolder =
        byPath.containsKey(entry)
            && wasFolder
            && now.filter(it -> isSame(before.get(), it)).isPresent();
    if (isSameFolder) {
      folder.entries().put(entry, now.get());
      tell(entry);
      return;
    }
    if (wasFolder) {
      lose(entry);
    }
    if (now.isPresent()) {
      quietly(() -> see(folder, entry, News.ALL));
      return;
    }
    tell(entry);
  }

  private static boolean isSame(Stamp before, Stamp now) {
    return now.isFolder() && now.key().equals(before.key());
  }

  /** More has happened in the folder than the system told of. */
  private void lookAgain(Folder folder) {
    var all = new TreeSet<>(folder.entries().keySet());
    all.addAll(entries(folder.path()));
    for (Path entry : all) {
      Stamp before = folder.entries().get(entry);
      Optional<Stamp> now = Stamp.of(entry);
      boolean isAsBefore =
          before != null
              && now.filter(it -> it.isAsBefore(before) || isSame(before, it)).isPresent();
      if (!isAsBefore && isWanted(entry)) {
        look(folder, entry, now);
      }
    }
  }

  /** A folder has gone, with all that was in it. */
  private void lose(Path path) {
    for (Folder gone : below(path)) {
      byPath.remove(gone.path());
      // Where it was moved, its key is that of its new place by now.
      if (byKey.remove(gone.key(), gone)) {
        gone.key().cancel();
      }
      gone.entries().keySet().forEach(this::tell);
    }
  }

  private List<Folder> below(Path path) {
    var below = new ArrayList<Folder>();
    for (Folder folder : byPath.values()) {
      if (folder.path().startsWith(path)) {
        below.add(folder);
      }
    }
    return below;
  }

  private boolean isWanted(Path entry) {
    return wanted.stream().anyMatch(path -> path.isBelow(entry) || path.path().startsWith(entry));
  }

  /** What merely leads to a path is no news. */
  private void tell(Path entry) {
    if (wanted.stream().anyMatch(path -> path.isBelow(entry))) {
      changed.add(entry);
    }
  }

  /** Empty where there is no such folder, or none that may be read. */
  private Optional<WatchKey> register(Path folder) {
    try {
      return Optional.of(
          folder.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_MODIFY,
              StandardWatchEventKinds.ENTRY_DELETE));
    } catch (NoSuchFileException | NotDirectoryException | AccessDeniedException none) {
      return Optional.empty();
    } catch (IOException e) {
      throw Limits.ofWatches(folder, e);
    }
  }

  private static List<Path> entries(Path folder) {
    try (Stream<Path> listed = Files.list(folder)) {
      return listed.toList();
    } catch (IOException gone) {
      // It went away, or may not be read: whoever watches it hears of the first.
      return List.of();
    }
  }
}
