package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.Namespace;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The namespaces that a fake container shares: by id, as the engine keeps them. */
final class FakeShares {
  private FakeShares() {}

  /** By attribute; of one that does not share, nothing. */
  static Map<String, String> of(FakeWorld world, ContainerSpec spec) {
    Map<String, Optional<Namespace>> namespaces =
        Map.of(
            "network_mode", spec.networking().mode(),
            "pid", spec.security().pid(),
            "ipc", spec.security().ipc());
    Map<String, String> shares = new TreeMap<>();
    namespaces.forEach((attribute, namespace) ->
        namespace
            .flatMap(shared -> handle(shared))
            .ifPresent(handle -> shares.put(attribute, world.container(handle).id())));
    return shares;
  }

  /** Whose mounts are to be shared has to be there. */
  static void checkVolumes(FakeWorld world, ContainerSpec spec) {
    spec.storage().volumesFrom().stream()
        .flatMap(from -> handle(from.source()).stream())
        .forEach(world::container);
  }

  private static Optional<String> handle(Namespace namespace) {
    return switch (namespace) {
      case Namespace.Named named -> Optional.empty();
      case Namespace.OfContainer other -> Optional.of(other.container());
      case Namespace.OfService other ->
          throw new IllegalStateException(other.service() + " is not resolved");
    };
  }

  /** Who shares with one that is gone, or does not run, cannot start. */
  static void check(FakeWorld world, FakeContainer container) {
    container
        .joined()
        .forEach((attribute, id) -> {
          if (!world.container(id).isRunning()) {
            throw refusal(
                Kind.CONFLICT, "cannot join " + attribute + " of a non running container");
          }
        });
  }
}
