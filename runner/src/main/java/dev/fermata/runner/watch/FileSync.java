package dev.fermata.runner.watch;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecResult;
import dev.fermata.runner.engine.file.Owners;
import dev.fermata.runner.engine.file.PathStat;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.watch.SyncArchive.Folders;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * Brings files into the containers of a service, those that there are now: one archive for each,
 * and a command that removes what is gone.
 */
record FileSync(Engine engine, ProjectName project) {
  private static final int MOST_REMOVED_AT_ONCE = 500;
  private static final Duration REMOVAL = Duration.ofSeconds(60);

  /** Failures that sending the files in another way does not mend. */
  private static final Set<Kind> FINAL =
      Set.of(Kind.UNREACHABLE, Kind.NOT_FOUND, Kind.NO_SPACE, Kind.TIMEOUT, Kind.INTERRUPTED);

  /** What did not work, in a sentence for each container. */
  List<String> bring(ServiceName service, SortedMap<String, Path> files) {
    SortedMap<String, Path> present = SyncArchive.sendable(files);
    List<String> gone = gone(files);
    var failures = new ArrayList<String>();
    for (Path unreadable : unreadable(files, present)) {
      failures.add("`%s` cannot be read, and is left out".formatted(unreadable));
    }
    ParallelCalls.of(containers(service), container -> bring(container, present, gone))
        .forEach(failures::addAll);
    return failures;
  }

  List<ObservedContainer> containers(ServiceName service) {
    return engine.containers().list(ContainerQuery.of(project, service, Reach.ALL)).stream()
        .filter(container -> !container.oneOff() && !container.isHook())
        .toList();
  }

  /** Without what is below something that is gone, or that is no folder any more. */
  private static List<String> gone(SortedMap<String, Path> files) {
    var gone = new TreeSet<String>();
    var replaced = new TreeSet<String>();
    files.forEach((target, path) -> {
      if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
        gone.add(target);
      } else if (!Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
        replaced.add(target);
      }
    });
    return gone.stream()
        .filter(target -> !hasParentIn(gone, target) && !hasParentIn(replaced, target))
        .toList();
  }

  private static boolean hasParentIn(Set<String> all, String target) {
    for (int end = target.lastIndexOf('/'); end > 0; end = target.lastIndexOf('/', end - 1)) {
      if (all.contains(target.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  private static List<Path> unreadable(
      SortedMap<String, Path> files, SortedMap<String, Path> present) {
    var sent = new HashSet<>(present.values());
    return files.values().stream()
        .filter(path -> !sent.contains(path))
        .filter(path -> Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
        .toList();
  }

  /** That something cannot be removed is no reason to send nothing. */
  private List<String> bring(
      ObservedContainer container, SortedMap<String, Path> present, List<String> gone) {
    String name = container.name();
    var failures = new ArrayList<String>();
    if (!gone.isEmpty()) {
      removal(container, gone)
          .ifPresent(why -> failures.add("cannot remove files from `%s`: %s".formatted(name, why)));
    }
    if (!present.isEmpty()) {
      refusal(() -> send(container.id(), present))
          .ifPresent(why -> failures.add("cannot copy files to `%s`: %s".formatted(name, why)));
    }
    return failures;
  }

  /** Only what runs can run a command. */
  private Optional<String> removal(ObservedContainer container, List<String> gone) {
    return container.state().equals(ContainerState.RUNNING)
        ? refusal(() -> remove(container.id(), gone))
        : Optional.of("it does not run");
  }

  private static Optional<String> refusal(Runnable call) {
    try {
      call.run();
      return Optional.empty();
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        throw e;
      }
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  /**
   * An entry for a folder is refused where the container has a link of that name, so it is left out
   * then; at last what is of another kind in the container has to go.
   */
  private void send(String container, SortedMap<String, Path> files) {
    try {
      write(container, new SyncArchive(files, Folders.ALL));
    } catch (EngineException refused) {
      if (FINAL.contains(refused.kind())) {
        throw refused;
      }
      sendWithoutFolders(container, files);
    }
  }

  private void sendWithoutFolders(String container, SortedMap<String, Path> files) {
    var archive = new SyncArchive(files, Folders.EMPTY_ONES);
    try {
      write(container, archive);
    } catch (EngineException refused) {
      List<String> others = ofOtherKind(container, files);
      if (FINAL.contains(refused.kind()) || others.isEmpty()) {
        throw refused;
      }
      remove(container, others);
      write(container, archive);
    }
  }

  private void write(String container, SyncArchive archive) {
    engine.files().write(container, "/", Owners.OF_CONTAINER, archive::writeTo);
  }

  /** Folders in the container that are files here, and files that are folders here. */
  private List<String> ofOtherKind(String container, SortedMap<String, Path> files) {
    var others = new TreeSet<String>();
    files.forEach((target, path) -> {
      if (!hasParentIn(others, target) && isOfOtherKind(container, target, path)) {
        others.add(target);
      }
    });
    return List.copyOf(others);
  }

  private boolean isOfOtherKind(String container, String target, Path path) {
    boolean isFolder = Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS);
    return engine
        .files()
        .stat(container, target)
        .filter(there -> there.kind() != PathStat.Kind.LINK)
        .filter(there -> (there.kind() == PathStat.Kind.FOLDER) != isFolder)
        .isPresent();
  }

  /** As root: what was unpacked may belong to others than the container's user. */
  private void remove(String container, List<String> paths) {
    for (int from = 0; from < paths.size(); from += MOST_REMOVED_AT_ONCE) {
      var command = new ArrayList<>(List.of("rm", "-rf", "--"));
      command.addAll(paths.subList(from, Math.min(paths.size(), from + MOST_REMOVED_AT_ONCE)));
      var request = new ExecRequest(command, Optional.of("0"));
      ExecResult result = engine.containers().exec(container, request, REMOVAL);
      if (!result.succeeded()) {
        throw new EngineException(
            Kind.OTHER, "`rm` does not remove what is gone: " + result.output().strip(), "");
      }
    }
  }
}
