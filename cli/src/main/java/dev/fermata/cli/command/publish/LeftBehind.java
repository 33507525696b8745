package dev.fermata.cli.command.publish;

import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.load.publish.Publication.ComposeFile;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Files of this machine that a published project reads, and that do not go along. */
record LeftBehind(Publication publication) {
  private static final List<Attribute<?>> GRANTED =
      List.of(ProjectTable.SECRETS, ProjectTable.CONFIGS);

  List<String> warnings() {
    var files = new LinkedHashSet<String>();
    for (ComposeFile file : publication.composeFiles()) {
      file.documents().forEach(document -> add(document, files));
    }
    var warnings = new ArrayList<String>();
    files.forEach(file ->
        warnings.add(
            "warning: %s does not go along: whoever brings the published project up needs one there"
                .formatted(file)));
    return warnings;
  }

  private static void add(Mapping document, Set<String> files) {
    for (Attribute<?> section : GRANTED) {
      document
          .entriesOf(section.name())
          .forEach((key, entry) -> {
            if (entry.value() instanceof Mapping granted) {
              text(SecretTables.FILE.nodeIn(granted))
                  .ifPresent(path ->
                      files.add("the file `%s` of `%s.%s`".formatted(path, section.name(), key)));
            }
          });
    }
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      document
          .entriesOf(section.name())
          .forEach((key, entry) -> {
            if (entry.value() instanceof Mapping workload
                && ContainerTable.LABEL_FILE.nodeIn(workload).orElse(null)
                    instanceof Sequence paths) {
              paths
                  .items()
                  .forEach(path ->
                      text(Optional.of(path))
                          .ifPresent(name ->
                              files.add("the label file `%s` of `%s`".formatted(name, key))));
            }
          });
    }
  }

  private static Optional<String> text(Optional<Node> node) {
    return node.filter(Scalar.class::isInstance)
        .map(found -> ((Scalar) found).text())
        .filter(text -> !text.isEmpty());
  }
}
