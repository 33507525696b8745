package dev.fermata.cli.generate;

import dev.fermata.planner.label.Labels;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Containers that are one service: the replicas of one, or a single one that nobody composed. */
record ServiceGroup(String name, List<DescribedContainer> containers) {
  ServiceGroup {
    containers = List.copyOf(containers);
  }

  /** What two containers of one service have in common. */
  private record Origin(String project, String service) {}

  /** The names are those that the services had; where two projects have one, of containers. */
  static List<ServiceGroup> of(List<DescribedContainer> containers) {
    var byOrigin = new LinkedHashMap<Origin, List<DescribedContainer>>();
    containers.stream()
        .sorted(Comparator.comparingInt(ServiceGroup::number))
        .forEach(it -> byOrigin.computeIfAbsent(origin(it), key -> new ArrayList<>()).add(it));
    var groups = new ArrayList<ServiceGroup>();
    byOrigin.forEach((origin, members) -> {
      boolean isAlone =
          byOrigin.keySet().stream().filter(it -> it.service().equals(origin.service())).count()
              == 1;
      groups.add(new ServiceGroup(isAlone ? origin.service() : members.getFirst().name(), members));
    });
    return groups;
  }

  private static Origin origin(DescribedContainer container) {
    String service = container.labels().get(Labels.SERVICE);
    return service == null
        ? new Origin("", container.name())
        : new Origin(container.labels().getOrDefault(Labels.PROJECT, ""), service);
  }

  private static int number(DescribedContainer container) {
    String text = container.labels().getOrDefault(Labels.NUMBER, "");
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : Integer.MAX_VALUE;
  }

  /** The one that says what all are. */
  DescribedContainer first() {
    return containers.getFirst();
  }

  boolean has(String id) {
    return containers.stream().anyMatch(it -> it.id().equals(id));
  }
}
