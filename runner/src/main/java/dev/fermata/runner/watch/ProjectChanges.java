package dev.fermata.runner.watch;

import dev.fermata.model.ServiceName;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;

/** The services whose containers are to be made anew, and those whose are restarted. */
record ProjectChanges(SortedSet<ServiceName> rebuilds, SortedSet<ServiceName> restarts) {
  ProjectChanges {
    rebuilds = Collections.unmodifiableSortedSet(new TreeSet<>(rebuilds));
    restarts = Collections.unmodifiableSortedSet(new TreeSet<>(restarts));
  }

  static ProjectChanges rebuild(SortedSet<ServiceName> services) {
    return new ProjectChanges(services, new TreeSet<>());
  }

  static ProjectChanges restart(ServiceName service) {
    var restarts = new TreeSet<ServiceName>();
    restarts.add(service);
    return new ProjectChanges(new TreeSet<>(), restarts);
  }

  /** Both; what is made anew need not be restarted. */
  ProjectChanges and(ProjectChanges later) {
    var allRebuilds = new TreeSet<>(rebuilds);
    allRebuilds.addAll(later.rebuilds);
    var allRestarts = new TreeSet<>(restarts);
    allRestarts.addAll(later.restarts);
    allRestarts.removeAll(allRebuilds);
    return new ProjectChanges(allRebuilds, allRestarts);
  }
}
