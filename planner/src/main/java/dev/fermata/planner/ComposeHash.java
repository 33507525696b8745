package dev.fermata.planner;

import dev.fermata.model.Definition;
import dev.fermata.model.Network;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.Map;

/**
 * Docker Compose's {@code config-hash}: what it compares its containers by. We write it for its
 * sake, and read it on containers that it made.
 */
public final class ComposeHash {
  private ComposeHash() {}

  /**
   * The hash of a service; {@code containers} has the ids of those whose namespace or volumes it
   * shares, as far as they are known.
   */
  public static String of(Service service, Map<ServiceName, String> containers) {
    Mapping tree = service.definition().tree();
    for (String left : new String[] {"build", "pull_policy", "scale", "depends_on", "profiles"}) {
      tree = tree.without(left);
    }
    if (tree.get("deploy").orElse(null) instanceof Mapping deploy) {
      tree = tree.with("deploy", deploy.without("replicas"));
    }
    return Sha256.hex(GoJson.write(GoOrder.of(tree)));
  }

  public static String of(Network network) {
    return of(network.definition());
  }

  /** The driver counts even where it is the default. */
  public static String of(Volume volume) {
    Mapping tree = volume.definition().tree();
    if (tree.get("driver").isPresent()) {
      return of(volume.definition());
    }
    return Sha256.hex(GoJson.write(tree.with("driver", Scalar.string("local", tree.span()))));
  }

  private static String of(Definition definition) {
    return Sha256.hex(GoJson.write(definition.tree()));
  }
}
