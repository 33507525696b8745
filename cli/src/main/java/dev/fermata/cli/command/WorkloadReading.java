package dev.fermata.cli.command;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How the lists of {@code config} read services: each as a function of the project. Where variables
 * are left as they stand, services are no more than what is written.
 */
record WorkloadReading(
    Function<Project, Stream<String>> services,
    Function<Project, Stream<String>> profiles,
    Function<Project, Stream<String>> images) {
  private static final WorkloadReading TYPED =
      new WorkloadReading(
          WorkloadReading::dependenciesFirst,
          project ->
              Stream.concat(
                      project.services().values().stream(), project.disabled().values().stream())
                  .flatMap(service -> service.metadata().profiles().stream()),
          project -> project.services().values().stream().flatMap(WorkloadReading::images));

  private static final WorkloadReading AS_WRITTEN =
      new WorkloadReading(
          project -> written(project).keySet().stream(),
          project -> written(project).values().stream().flatMap(WorkloadReading::profiles),
          project -> images(project, ProjectTable.SERVICES.name()));

  static WorkloadReading of(Set<Variant> variants) {
    return variants.contains(Variant.NO_INTERPOLATE) ? AS_WRITTEN : TYPED;
  }

  private static Map<String, Mapping.Entry> written(Project project) {
    return project.definition().tree().entriesOf(ProjectTable.SERVICES.name());
  }

  private static Stream<String> dependenciesFirst(Project project) {
    var ordered = new LinkedHashSet<ServiceName>();
    project.services().keySet().forEach(name -> addAfterDependencies(name, project, ordered));
    return ordered.stream().map(ServiceName::text);
  }

  private static void addAfterDependencies(
      ServiceName name, Project project, Set<ServiceName> ordered) {
    Service service = project.services().get(name);
    if (service == null || ordered.contains(name)) {
      return;
    }
    service.lifecycle().dependencies().stream()
        .map(Dependency::service)
        .sorted()
        .forEach(needed -> addAfterDependencies(needed, project, ordered));
    ordered.add(name);
  }

  private static Stream<String> profiles(Mapping.Entry service) {
    return service.value() instanceof Mapping mapping
            && ServiceTable.PROFILES.nodeIn(mapping).orElse(null) instanceof Sequence profiles
        ? profiles.items().stream().filter(Scalar.class::isInstance).map(Nodes::text)
        : Stream.of();
  }

  /** The service's own, and those of its hooks. */
  private static Stream<String> images(Service service) {
    String own = service.image().toString();
    Stream<String> others =
        ServiceTable.PRE_START.in(service.definition().tree()).stream()
            .flatMap(hooks -> hooks.stream())
            .flatMap(hook -> ContainerTable.IMAGE.in(hook).stream())
            .filter(image -> !image.equals(own));
    return Stream.concat(Stream.of(own), others);
  }

  /** Those that stand in a section, and the names of those that are built. */
  static Stream<String> images(Project project, String section) {
    return project.definition().tree().entriesOf(section).entrySet().stream()
        .map(workload -> {
          String image = image(workload.getValue().value());
          return image.isEmpty() ? project.name() + "-" + workload.getKey() : image;
        });
  }

  private static String image(Node workload) {
    return workload instanceof Mapping mapping
        ? ContainerTable.IMAGE.nodeIn(mapping).map(Nodes::text).orElse("")
        : "";
  }
}
