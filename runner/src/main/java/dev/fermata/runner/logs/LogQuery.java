package dev.fermata.runner.logs;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.LogRequest;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeSet;

/** Whose lines, without services everybody's; and which: the last so many, since when. */
public record LogQuery(
    ProjectName project,
    SortedSet<ServiceName> services,
    OptionalInt tail,
    Optional<Instant> since) {
  public LogQuery {
    services = Collections.unmodifiableSortedSet(new TreeSet<>(services));
  }

  public static LogQuery all(ProjectName project) {
    return new LogQuery(project, new TreeSet<>(), OptionalInt.empty(), Optional.empty());
  }

  boolean wants(ServiceName service) {
    return services.isEmpty() || services.contains(service);
  }

  List<ObservedContainer> containers(Observed observed) {
    return observed.containers().stream()
        .filter(container -> !container.oneOff() && wants(container.service()))
        .toList();
  }

  LogRequest request(LogRequest.Mode mode) {
    return new LogRequest(tail, since, mode);
  }
}
