package dev.fermata.planner.digest;

import dev.fermata.model.Network;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.canonical.HashBasis;
import dev.fermata.model.digest.Sha256;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Docker Compose's {@code config-hash}: what it compares its containers by. We write it for its
 * sake, and read it on containers that it made.
 */
public final class ComposeHash {
  private static final String SERVICE = "service:";

  private ComposeHash() {}

  /**
   * The hash of a service; {@code containers} has the ids of those whose namespace or volumes it
   * shares, as far as they are known.
   */
  public static String of(Service service, Map<ServiceName, String> containers) {
    Mapping tree = HashBasis.of(service);
    for (String attribute : List.of("network_mode", "ipc", "pid")) {
      tree = with(tree, attribute, node -> shared(node, containers));
    }
    tree = with(tree, "volumes_from", node -> volumesFrom(node, containers));
    return Sha256.hex(GoJson.write(tree));
  }

  /** The hash of a service as it is written: what it shares has no containers yet. */
  public static String unresolved(Service service) {
    return Sha256.hex(GoJson.write(HashBasis.of(service)));
  }

  private static Mapping with(Mapping tree, String attribute, UnaryOperator<Node> change) {
    return tree.get(attribute).map(node -> tree.with(attribute, change.apply(node))).orElse(tree);
  }

  private static Node shared(Node node, Map<ServiceName, String> containers) {
    if (node instanceof Scalar scalar && scalar.text().startsWith(SERVICE)) {
      String id = containers.get(new ServiceName(scalar.text().substring(SERVICE.length())));
      return id == null ? node : Scalar.string("container:" + id, scalar.span());
    }
    return node;
  }

  /** Docker Compose drops the mode here, and so the hash does. */
  private static Node volumesFrom(Node node, Map<ServiceName, String> containers) {
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    return sequence.withItems(
        sequence.items().stream().map(item -> source(item, containers)).toList());
  }

  private static Node source(Node item, Map<ServiceName, String> containers) {
    if (!(item instanceof Scalar scalar)) {
      return item;
    }
    String[] parts = scalar.text().split(":", -1);
    if (parts[0].equals("container") && parts.length > 1) {
      return Scalar.string(parts[1], scalar.span());
    }
    String id = containers.get(new ServiceName(parts[0]));
    return id == null ? item : Scalar.string(id, scalar.span());
  }

  public static String of(Network network) {
    return Sha256.hex(GoJson.write(network.definition().tree()));
  }

  /** The driver counts even where it is the default. */
  public static String of(Volume volume) {
    Mapping tree = volume.definition().tree();
    Map<String, Mapping.Entry> fields = new LinkedHashMap<>();
    tree.get("name").ifPresent(name -> fields.put("name", new Mapping.Entry(tree.span(), name)));
    Node driver = tree.get("driver").orElseGet(() -> Scalar.string("local", tree.span()));
    fields.put("driver", new Mapping.Entry(tree.span(), driver));
    tree.entries().forEach(fields::putIfAbsent);
    return Sha256.hex(GoJson.write(tree.withEntries(fields)));
  }
}
