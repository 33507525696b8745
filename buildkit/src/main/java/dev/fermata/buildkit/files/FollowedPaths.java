package dev.fermata.buildkit.files;

import dev.fermata.buildkit.ignore.CleanPath;
import dev.fermata.buildkit.ignore.PathPattern;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Paths that are wanted with the links that lead to them: each becomes the patterns of those links
 * and of what they end at. Links are resolved as if the folder were the root of everything.
 */
final class FollowedPaths {
  private final FileTree tree;
  private final TreeSet<String> resolved = new TreeSet<>();

  private FollowedPaths(FileTree tree) {
    this.tree = tree;
  }

  /** Nothing where all is wanted. */
  static List<String> patterns(FileTree tree, List<String> paths) throws IOException {
    var followed = new FollowedPaths(tree);
    for (String path : paths) {
      followed.add(path);
    }
    return withoutThoseBelow(List.copyOf(followed.resolved));
  }

  /**
   * As the reference has it, for sorted paths: nothing at all if the folder itself is among them.
   */
  static List<String> withoutThoseBelow(List<String> paths) {
    var kept = new ArrayList<String>();
    String last = "";
    for (String path : paths) {
      if (path.equals(".")) {
        return List.of();
      }
      if (!path.startsWith(last + "/")) {
        kept.add(path);
        last = path;
      }
    }
    return kept;
  }

  private void add(String path) throws IOException {
    String rest = CleanPath.of("./" + path);
    String current = "";
    while (true) {
      int slash = rest.indexOf('/');
      String name = slash < 0 ? rest : rest.substring(0, slash);
      rest = slash < 0 ? "" : rest.substring(slash + 1);
      current = current.isEmpty() ? name : current + "/" + name;
      List<String> targets = targets(current);
      if (targets.isEmpty()) {
        if (rest.isEmpty()) {
          resolved.add(current);
          return;
        }
        continue;
      }
      if (resolved.add(current)) {
        for (String target : targets) {
          add(target + "/" + rest);
        }
      }
      return;
    }
  }

  /** Where the links lead that a path means, which may have wildcards in its last name. */
  private List<String> targets(String path) throws IOException {
    String name = path.substring(path.lastIndexOf('/') + 1);
    if (!hasWildcard(name)) {
      return target(tree.find(path)).stream().toList();
    }
    PathPattern pattern = PathPattern.compile(name);
    var targets = new ArrayList<String>();
    for (FileTree.Entry entry : siblings(path)) {
      if (pattern.matches(entry.path().substring(entry.path().lastIndexOf('/') + 1))) {
        target(Optional.of(entry)).ifPresent(targets::add);
      }
    }
    return targets;
  }

  private List<FileTree.Entry> siblings(String path) throws IOException {
    int slash = path.lastIndexOf('/');
    if (slash < 0) {
      return tree.top();
    }
    Optional<FileTree.Entry> folder =
        tree.find(path.substring(0, slash)).filter(found -> found.attributes().isFolder());
    return folder.isPresent() ? tree.in(folder.get()) : List.of();
  }

  private static Optional<String> target(Optional<FileTree.Entry> entry) throws IOException {
    if (entry.isEmpty() || !entry.get().attributes().isLink()) {
      return Optional.empty();
    }
    String path = entry.get().path();
    String target = entry.get().target();
    if (target.startsWith("/")) {
      return Optional.of(CleanPath.of(target));
    }
    int slash = path.lastIndexOf('/');
    String folder = slash < 0 ? "" : path.substring(0, slash);
    return Optional.of(CleanPath.of("/" + folder + "/" + target));
  }

  private static boolean hasWildcard(String name) {
    return name.replaceAll("(?s)\\\\.", "").chars().anyMatch(letter -> "*?[".indexOf(letter) >= 0);
  }
}
