package dev.fermata.sources;

import dev.fermata.model.source.ComposeFileNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What tells one checkout of a project from another: the name of a git worktree, which git keeps
 * unique, else the name of a folder and a mark of its path. Branches come and go in one folder, and
 * it stays the same checkout.
 */
public record WorkingTree(String name, Optional<String> mark) {
  /** That which {@code start} is in. */
  public static WorkingTree around(Path start) {
    Path from = start.toAbsolutePath().normalize();
    Optional<Path> git = firstWith(from, List.of(".git"));
    return git.flatMap(WorkingTree::linked)
        .orElseGet(
            () -> ofFolder(git.or(() -> firstWith(from, ComposeFileNames.MAIN)).orElse(from)));
  }

  private static Optional<Path> firstWith(Path from, List<String> names) {
    return Stream.iterate(
            Optional.of(from), Optional::isPresent, at -> at.flatMap(WorkingTree::above))
        .flatMap(Optional::stream)
        .filter(folder -> names.stream().anyMatch(name -> Files.exists(folder.resolve(name))))
        .findFirst();
  }

  private static Optional<Path> above(Path folder) {
    return Optional.ofNullable(folder.getParent());
  }

  /** The name that git has for a worktree beside the main one: {@code gitdir: .../worktrees/x}. */
  private static Optional<WorkingTree> linked(Path top) {
    Path git = top.resolve(".git");
    if (!Files.isRegularFile(git)) {
      return Optional.empty();
    }
    try {
      Path at = Path.of(Files.readString(git).replaceFirst("^gitdir:", "").strip());
      boolean isWorktree = above(at).filter(it -> it.endsWith("worktrees")).isPresent();
      return isWorktree
          ? Optional.of(new WorkingTree(name(at), Optional.empty()))
          : Optional.empty();
    } catch (IOException e) {
      // A checkout that cannot be read is a folder like any other.
      return Optional.empty();
    }
  }

  /** Two folders of one name are two checkouts. */
  private static WorkingTree ofFolder(Path folder) {
    String mark = "%04x".formatted(folder.toString().hashCode() & 0xffff);
    return new WorkingTree(name(folder), Optional.of(mark));
  }

  private static String name(Path path) {
    return Optional.ofNullable(path.getFileName()).map(Path::toString).orElse("");
  }
}
