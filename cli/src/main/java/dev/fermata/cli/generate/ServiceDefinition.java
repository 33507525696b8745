package dev.fermata.cli.generate;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.AttachmentTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A service of the file: what its first container is, in the terms of the file. */
record ServiceDefinition(List<ServiceGroup> groups, Optional<Path> folder) {
  private static final String OF_CONTAINER = "container:";

  /** What a container may share with another one. */
  private static final List<Attribute<String>> SHARED =
      List.of(ContainerTable.NETWORK_MODE, ContainerTable.IPC, ContainerTable.PID);

  Mapping of(ServiceGroup group) {
    Mapping service = group.first().service();
    for (Attribute<String> attribute : SHARED) {
      service = changed(service, attribute, this::partner);
    }
    service = changed(service, ContainerTable.VOLUMES, this::mounts);
    service = changed(service, ContainerTable.NETWORKS, node -> withoutAlias(node, group.name()));
    Scalar scale = Scalar.integer(group.containers().size(), service.span());
    return ServiceTable.SCALE.setIn(service, scale);
  }

  private static Mapping changed(
      Mapping service, Attribute<?> attribute, UnaryOperator<Node> change) {
    return attribute
        .nodeIn(service)
        .map(node -> attribute.setIn(service, change.apply(node)))
        .orElse(service);
  }

  /** The other container is a service of this file as well, or none that the file knows. */
  private Node partner(Node mode) {
    if (!(mode instanceof Scalar scalar) || !scalar.text().startsWith(OF_CONTAINER)) {
      return mode;
    }
    String id = scalar.text().substring(OF_CONTAINER.length());
    return groups.stream()
        .filter(group -> group.has(id))
        .findFirst()
        .<Node>map(group -> Scalar.string("service:" + group.name(), mode.span()))
        .orElse(mode);
  }

  private Node mounts(Node mounts) {
    return mounts instanceof Sequence sequence
        ? sequence.withItems(sequence.items().stream().map(this::mount).toList())
        : mounts;
  }

  private Node mount(Node node) {
    if (!(node instanceof Mapping mount)
        || !MountTable.TYPE.in(mount).equals(Optional.of("bind"))) {
      return node;
    }
    return changed(
        mount,
        MountTable.SOURCE,
        source ->
            source instanceof Scalar scalar
                ? Scalar.string(Paths.from(folder, scalar.text()), source.span())
                : source);
  }

  /** A service is known by its own name on every network. */
  private static Node withoutAlias(Node networks, String name) {
    return networks instanceof Mapping mapping
        ? mapping.mapValues((network, node) -> withoutName(node, name))
        : networks;
  }

  private static Node withoutName(Node node, String name) {
    if (!(node instanceof Mapping attachment)) {
      return node;
    }
    List<String> others =
        AttachmentTable.ALIASES.in(attachment).orElse(List.of()).stream()
            .filter(alias -> !alias.equals(name))
            .toList();
    if (others.isEmpty()) {
      return AttachmentTable.ALIASES.removedFrom(attachment);
    }
    List<Node> kept =
        others.stream().<Node>map(alias -> Scalar.string(alias, node.span())).toList();
    return AttachmentTable.ALIASES.setIn(attachment, Sequence.of(kept, node.span()));
  }
}
