package dev.fermata.runner.watch;

import dev.fermata.model.source.ComposeFileNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of a trigger that are there when a watch begins, by their places in the container. As
 * with Docker Compose, what the image and the project are made of is none of them.
 */
final class InitialFiles extends SimpleFileVisitor<Path> {
  private static final Set<String> OF_THE_PROJECT =
      Stream.of(List.of("Dockerfile"), ComposeFileNames.MAIN, ComposeFileNames.OVERRIDES)
          .flatMap(List::stream)
          .collect(Collectors.toUnmodifiableSet());

  private final WatchRule rule;
  private final SortedMap<String, Path> files = new TreeMap<>();

  private InitialFiles(WatchRule rule) {
    this.rule = rule;
  }

  static SortedMap<String, Path> of(WatchRule rule) {
    if (!Files.exists(rule.root(), LinkOption.NOFOLLOW_LINKS)) {
      return new TreeMap<>();
    }
    var found = new InitialFiles(rule);
    try {
      Files.walkFileTree(rule.root(), found);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read `" + rule.root() + "`", e);
    }
    return found.files;
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return rule.filter().leavesOut(folder)
        ? FileVisitResult.SKIP_SUBTREE
        : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
    if (!OF_THE_PROJECT.contains(String.valueOf(file.getFileName())) && rule.matches(file)) {
      files.put(rule.target(file), file);
    }
    return FileVisitResult.CONTINUE;
  }

  /** What may not be read is passed over, as while watching. */
  @Override
  public FileVisitResult visitFileFailed(Path file, IOException why) {
    return FileVisitResult.CONTINUE;
  }
}
