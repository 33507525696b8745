package dev.fermata.runner.watch;

import dev.fermata.model.Hook;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What changes of files ask for at one service: what is to be copied, by its place in the
 * container, what becomes of the containers, and the commands that are run in them then.
 */
record ServiceChanges(SortedMap<String, Path> files, Set<Demand> demands, List<Hook> execs) {
  static final ServiceChanges NONE = new ServiceChanges(new TreeMap<>(), Set.of(), List.of());

  /** What becomes of containers. */
  enum Demand {
    RESTART,
    REBUILD
  }

  ServiceChanges {
    files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
    demands = Set.copyOf(demands);
    execs = List.copyOf(execs);
  }

  /** What one trigger asks for; {@code target} is the place of the file. */
  static ServiceChanges of(WatchRule rule, Path path) {
    var files = new TreeMap<String, Path>();
    if (rule.trigger().action().syncs()) {
      files.put(rule.target(path), path);
    }
    return new ServiceChanges(
        files, demands(rule), rule.trigger().exec().map(List::of).orElse(List.of()));
  }

  private static Set<Demand> demands(WatchRule rule) {
    return switch (rule.trigger().action()) {
      case REBUILD -> Set.of(Demand.REBUILD);
      case RESTART, SYNC_AND_RESTART -> Set.of(Demand.RESTART);
      case SYNC, SYNC_AND_EXEC -> Set.of();
    };
  }

  /** All of these; a command that several ask for is run once. */
  static ServiceChanges all(List<ServiceChanges> parts) {
    var files = new TreeMap<String, Path>();
    var demands = EnumSet.noneOf(Demand.class);
    var execs = new LinkedHashSet<Hook>();
    for (ServiceChanges part : parts) {
      files.putAll(part.files);
      demands.addAll(part.demands);
      execs.addAll(part.execs);
    }
    return new ServiceChanges(files, demands, new ArrayList<>(execs));
  }

  ServiceChanges and(ServiceChanges later) {
    return all(List.of(this, later));
  }

  boolean isNothing() {
    return files.isEmpty() && demands.isEmpty() && execs.isEmpty();
  }

  boolean asks(Demand demand) {
    return demands.contains(demand);
  }
}
