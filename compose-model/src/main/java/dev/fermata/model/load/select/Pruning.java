package dev.fermata.model.load.select;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Drops the networks, volumes, secrets, configs and models that no enabled service uses. */
public final class Pruning {
  private Pruning() {}

  public static ProjectDocument prune(ProjectDocument project) {
    ProjectDocument pruned = keep(project, ProjectTable.NETWORKS, Pruning::networks);
    pruned = keep(pruned, ProjectTable.VOLUMES, Pruning::volumes);
    pruned = keep(pruned, ProjectTable.SECRETS, Pruning::secrets);
    pruned =
        keep(pruned, ProjectTable.CONFIGS, service -> sources(ContainerTable.CONFIGS, service));
    return keep(
        pruned,
        ProjectTable.MODELS,
        service -> ContainerTable.MODELS.in(service).map(m -> m.keySet()).orElse(Set.of()));
  }

  private static Set<String> networks(Mapping service) {
    return ContainerTable.NETWORKS.in(service).map(map -> map.keySet()).orElse(Set.of());
  }

  public static Set<String> volumes(Mapping service) {
    var used = new TreeSet<String>();
    for (Mapping mount : ContainerTable.VOLUMES.in(service).orElse(List.of())) {
      if (MountTable.TYPE.in(mount).orElse("").equals("volume")) {
        MountTable.SOURCE.in(mount).ifPresent(used::add);
      }
    }
    return used;
  }

  private static Set<String> secrets(Mapping service) {
    Set<String> used = sources(ContainerTable.SECRETS, service);
    WorkloadTable.BUILD
        .in(service)
        .ifPresent(build -> used.addAll(sources(BuildTable.SECRETS, build)));
    return used;
  }

  private static Set<String> sources(Attribute<List<Mapping>> grants, Mapping mapping) {
    var used = new TreeSet<String>();
    for (Mapping grant : grants.in(mapping).orElse(List.of())) {
      GrantTable.SOURCE.in(grant).ifPresent(used::add);
    }
    return used;
  }

  private static ProjectDocument keep(
      ProjectDocument project, Attribute<?> section, Function<Mapping, Set<String>> uses) {
    var used = new TreeSet<String>();
    for (Mapping.Entry service : project.services().values()) {
      if (service.value() instanceof Mapping mapping) {
        used.addAll(uses.apply(mapping));
      }
    }
    var kept = new LinkedHashMap<>(project.section(section));
    kept.keySet().retainAll(used);
    Mapping document =
        kept.isEmpty()
            ? project.document().without(section.name())
            : project.withSection(section, kept);
    return new ProjectDocument(document, project.disabled());
  }
}
