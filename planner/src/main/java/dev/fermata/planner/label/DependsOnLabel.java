package dev.fermata.planner.label;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Docker Compose's label for what a service depends on: {@code db:service_healthy:false,...}. What
 * is required is not kept in it, so all counts as required, as it does there; nor who wrote the
 * condition.
 */
public final class DependsOnLabel {
  private DependsOnLabel() {}

  static String of(List<Dependency> dependencies) {
    return dependencies.stream()
        .sorted(Comparator.comparing(Dependency::service))
        .map(d -> d.service() + ":" + d.condition().text() + ":" + d.restart())
        .collect(joining(","));
  }

  public static List<Dependency> parse(ObservedContainer container) {
    String label = container.label(Labels.DEPENDS_ON).orElse("");
    List<Dependency> dependencies = new ArrayList<>();
    for (String item : label.isEmpty() ? new String[0] : label.split(",", -1)) {
      String[] parts = item.split(":", -1);
      var service = new ServiceName(parts[0]);
      if (!parts[0].isEmpty() && !service.equals(container.service())) {
        dependencies.add(dependency(service, parts));
      }
    }
    return dependencies;
  }

  private static Dependency dependency(ServiceName service, String[] parts) {
    Condition condition = parts.length > 1 ? condition(parts[1]) : Condition.STARTED;
    boolean restart = parts.length > 2 && parts[2].equals("true");
    return new Dependency(service, condition, false, restart, true, Optional.empty());
  }

  private static Condition condition(String text) {
    for (Condition condition : Condition.values()) {
      if (condition.text().equals(text)) {
        return condition;
      }
    }
    return Condition.STARTED;
  }
}
