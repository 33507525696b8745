package dev.fermata.cli.command.image;

import static java.util.stream.Collectors.toCollection;

import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A project, and those of its images for which there are newer ones. */
record Outdated(Project project, List<ServedImage> images) {
  private static final Span PLACE = Span.of("update");

  Outdated {
    images = List.copyOf(images);
  }

  Set<ServiceName> services() {
    return images.stream().map(ServedImage::service).collect(toCollection(TreeSet::new));
  }

  /**
   * The project as it is wanted: what is outdated is pulled, nothing else is looked for, and there
   * are as many containers as run now.
   */
  Project wanted(Map<ServiceName, Integer> running) {
    Set<ServiceName> outdated = services();
    Project wanted = project;
    for (ServiceName name : project.services().keySet()) {
      wanted =
          Changes.ofService(
              wanted,
              name,
              tree -> {
                Mapping pulled = outdated.contains(name) ? pulled(tree, "always") : kept(tree);
                Integer replicas = running.get(name);
                return replicas == null ? pulled : Changes.scaled(pulled, replicas, PLACE);
              });
    }
    return wanted;
  }

  private static Mapping kept(Mapping service) {
    return ContainerTable.PULL_POLICY
        .in(service)
        .filter(policy -> !policy.equals("never") && !policy.equals("build"))
        .map(policy -> pulled(service, "missing"))
        .orElse(service);
  }

  private static Mapping pulled(Mapping service, String policy) {
    return ContainerTable.PULL_POLICY.setIn(service, Scalar.string(policy, PLACE));
  }
}
