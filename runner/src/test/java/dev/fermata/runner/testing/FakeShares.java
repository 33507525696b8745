package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.Namespace;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer.Sharing;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
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

  /** A list shows the shared network alone. */
  static Sharing listed(FakeContainer container) {
    SortedMap<String, String> joined = container.joined();
    joined.keySet().retainAll(Set.of("network_mode"));
    return Sharing.listed(joined);
  }

  static Sharing seen(FakeContainer container) {
    return new Sharing(container.joined(), Optional.of(container.startedAt()));
  }

  /** Those that share namespaces, and those that they share with, by id. */
  static Set<String> lookedAt(FakeWorld world, ObserveRequest request) {
    Set<String> looked = new HashSet<>();
    for (FakeContainer container : world.containers.values()) {
      String project = container.spec().labels().get(Labels.PROJECT);
      boolean shares =
          request.joining().contains(container.spec().service())
              || container.joined().containsKey("network_mode");
      if (request.project().text().equals(project) && shares) {
        looked.add(container.id());
        looked.addAll(container.joined().values());
      }
    }
    return looked;
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
