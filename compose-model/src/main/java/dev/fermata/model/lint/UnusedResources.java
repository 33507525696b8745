package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.BuildTable;
import dev.fermata.model.schema.ContainerTable;
import dev.fermata.model.schema.GrantTable;
import dev.fermata.model.schema.MountTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Networks, volumes, secrets and configs that no service uses, not even of another profile. */
final class UnusedResources {
  private final Scene scene;
  private final List<Diagnostic> doubts = new ArrayList<>();

  private UnusedResources(Scene scene) {
    this.scene = scene;
  }

  static List<Diagnostic> in(Scene scene) {
    var unused = new UnusedResources(scene);
    unused.section("network", ProjectTable.NETWORKS, UnusedResources::networks);
    unused.section("volume", ProjectTable.VOLUMES, UnusedResources::volumes);
    unused.section("secret", ProjectTable.SECRETS, UnusedResources::secrets);
    unused.section("config", ProjectTable.CONFIGS, UnusedResources::configs);
    return unused.doubts;
  }

  /** What a service or job uses of one kind. */
  private interface Uses {
    Stream<String> of(Mapping workload);
  }

  private void section(String kind, Attribute<?> section, Uses uses) {
    Set<String> used = workloads().flatMap(uses::of).collect(Collectors.toSet());
    entries(section)
        .forEach((name, entry) -> {
          if (!used.contains(name) && scene.isInCompose(entry.keySpan())) {
            doubts.add(
                Diagnostic.warning(
                    Code.UNUSED_RESOURCE,
                    entry.keySpan(),
                    "no service uses the %s `%s`".formatted(kind, name)));
          }
        });
  }

  private Stream<Mapping> workloads() {
    Stream<Mapping> jobs =
        entries(ProjectTable.JOBS).values().stream()
            .flatMap(entry -> entry.value() instanceof Mapping job ? Stream.of(job) : Stream.of());
    return Stream.concat(scene.all().stream().map(Linted::tree), jobs);
  }

  private Map<String, Mapping.Entry> entries(Attribute<?> section) {
    return scene.project().definition().tree().entriesOf(section.name());
  }

  private static Stream<String> networks(Mapping workload) {
    return ContainerTable.NETWORKS.in(workload).stream().flatMap(map -> map.keySet().stream());
  }

  private static Stream<String> volumes(Mapping workload) {
    return ContainerTable.VOLUMES.in(workload).stream()
        .flatMap(List::stream)
        .filter(mount -> MountTable.TYPE.in(mount).equals(Optional.of("volume")))
        .flatMap(mount -> MountTable.SOURCE.in(mount).stream());
  }

  private static Stream<String> secrets(Mapping workload) {
    Stream<String> built =
        WorkloadTable.BUILD.in(workload).stream()
            .flatMap(build -> sources(BuildTable.SECRETS, build));
    return Stream.concat(sources(ContainerTable.SECRETS, workload), built);
  }

  private static Stream<String> configs(Mapping workload) {
    return sources(ContainerTable.CONFIGS, workload);
  }

  private static Stream<String> sources(Attribute<List<Mapping>> grants, Mapping mapping) {
    return grants.in(mapping).stream()
        .flatMap(List::stream)
        .flatMap(grant -> GrantTable.SOURCE.in(grant).stream());
  }
}
