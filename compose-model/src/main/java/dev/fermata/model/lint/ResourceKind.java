package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** What services, jobs and hooks refer to by name, and what is said where there is none. */
record ResourceKind(
    String noun, Attribute<?> section, Code undefined, Function<Mapping, Stream<Use>> uses) {
  static final List<ResourceKind> ALL =
      List.of(
          new ResourceKind(
              "network", ProjectTable.NETWORKS, Code.UNDEFINED_NETWORK, ResourceKind::networks),
          new ResourceKind(
              "volume", ProjectTable.VOLUMES, Code.UNDEFINED_VOLUME, ResourceKind::volumes),
          new ResourceKind(
              "secret", ProjectTable.SECRETS, Code.UNDEFINED_SECRET, ResourceKind::secrets),
          new ResourceKind(
              "config",
              ProjectTable.CONFIGS,
              Code.UNDEFINED_CONFIG,
              container -> sources(ContainerTable.CONFIGS, container)));

  /** A name, and where it is used. */
  record Use(Quote quoted, Span span) {
    String name() {
      return quoted.text();
    }
  }

  Stream<Use> usedBy(Mapping container) {
    return uses.apply(container);
  }

  private static Stream<Use> networks(Mapping container) {
    return container.entriesOf(ContainerTable.NETWORKS.name()).entrySet().stream()
        .map(entry -> new Use(entry.getValue().quote(entry.getKey()), entry.getValue().keySpan()));
  }

  private static Stream<Use> volumes(Mapping container) {
    return ContainerTable.VOLUMES.in(container).stream()
        .flatMap(List::stream)
        .filter(mount -> MountTable.TYPE.in(mount).equals(Optional.of("volume")))
        .flatMap(mount -> use(MountTable.SOURCE, mount));
  }

  private static Stream<Use> secrets(Mapping container) {
    Stream<Use> built =
        WorkloadTable.BUILD.in(container).stream()
            .flatMap(build -> sources(BuildTable.SECRETS, build));
    return Stream.concat(sources(ContainerTable.SECRETS, container), built);
  }

  private static Stream<Use> sources(Attribute<List<Mapping>> grants, Mapping mapping) {
    return grants.in(mapping).stream()
        .flatMap(List::stream)
        .flatMap(grant -> use(GrantTable.SOURCE, grant));
  }

  private static Stream<Use> use(Attribute<String> attribute, Mapping mapping) {
    return attribute
        .in(mapping)
        .flatMap(name ->
            mapping
                .get(attribute.name())
                .map(node -> new Use(Nodes.quote(node), place(node.span(), name))))
        .stream();
  }

  /** In a short form, the part that is the name. */
  private static Span place(Span written, String name) {
    return written.occurrence(name, 0).orElse(written);
  }
}
