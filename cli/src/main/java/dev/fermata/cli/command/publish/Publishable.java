package dev.fermata.cli.command.publish;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.model.Project;
import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A project and its files, and what of them concerns those who publish it. */
record Publishable(Project project, Publication publication) {

  /** Refuses what nobody else could bring up. */
  void check() {
    if (!publication.localIncludes().isEmpty()) {
      String places =
          publication.localIncludes().stream()
              .map(Object::toString)
              .distinct()
              .collect(Collectors.joining(", "));
      throw EarlyEnd.refused(
          ComposeSentences.LOCAL_INCLUDES + ": at " + places,
          "name the files by `-f` in place of `include`, or publish them first and include"
              + " `oci://...`");
    }
    List<String> unnamed =
        workloads().entrySet().stream()
            .filter(entry -> image(entry.getValue()).isEmpty())
            .filter(entry -> WorkloadTable.BUILD.nodeIn(entry.getValue()).isPresent())
            .map(entry -> "\"" + entry.getKey() + "\"")
            .toList();
    if (!unnamed.isEmpty()) {
      throw EarlyEnd.refused(
          ComposeSentences.ONLY_BUILDS + " " + String.join(", ", unnamed),
          "give each an `image`, by which what is built can be pulled");
    }
  }

  /** Services and jobs, as they are understood. */
  SortedMap<String, Mapping> workloads() {
    var all = new TreeMap<String, Mapping>();
    Mapping tree = project.definition().tree();
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      tree.entriesOf(section.name())
          .forEach((name, entry) -> {
            if (entry.value() instanceof Mapping workload) {
              all.put(name, workload);
            }
          });
    }
    return all;
  }

  static Optional<String> image(Mapping workload) {
    return ContainerTable.IMAGE.in(workload).filter(image -> !image.isEmpty());
  }

  /** Those of a workload that mount a folder of whoever brings it up. */
  static List<String> bindMounts(Mapping workload) {
    return ContainerTable.VOLUMES.in(workload).orElse(List.of()).stream()
        .filter(mount -> MountTable.TYPE.in(mount).orElse("").equals("bind"))
        .map(Publishable::written)
        .toList();
  }

  private static String written(Mapping mount) {
    String source = MountTable.SOURCE.in(mount).map(path -> path + ":").orElse("");
    String mode = MountTable.READ_ONLY.in(mount).orElse(false) ? ":ro" : "";
    return source + MountTable.TARGET.in(mount).orElse("") + mode;
  }
}
