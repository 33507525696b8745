package dev.fermata.runner.docker.create;

import dev.fermata.model.Namespace;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.ContainerSpec;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What the rows look at: the container wanted, what the engine speaks, and variables that every
 * container gets unless its service says otherwise.
 */
record Creation(ContainerSpec spec, ApiVersion api, SortedMap<String, String> proxies) {

  Service service() {
    return spec.service();
  }

  Project project() {
    return spec.project();
  }

  boolean speaks(int major, int minor) {
    return !api.isBefore(new ApiVersion(major, minor));
  }

  void require(ApiVersion least, String attribute) {
    require(api, least, service().name(), attribute);
  }

  static void require(ApiVersion api, ApiVersion least, ServiceName service, String attribute) {
    if (api.isBefore(least)) {
      throw new EngineException(
          Kind.NOT_SUPPORTED,
          "`%s` of service `%s` needs engine API %s; this engine speaks %s"
              .formatted(attribute, service, least, api),
          "");
    }
  }

  /** The engine's name of a network; a project known by its labels alone has no other than that. */
  static String networkName(Project project, String key) {
    Network network = project.networks().get(key);
    return network == null ? key : network.name();
  }

  /** As the engine writes a shared namespace. */
  String text(Namespace namespace) {
    return switch (namespace) {
      case Namespace.Named named -> named.name();
      case Namespace.OfContainer other -> "container:" + other.container();
      case Namespace.OfService other -> "container:" + containerOf(other.service());
    };
  }

  Optional<String> text(Optional<Namespace> namespace) {
    return namespace.map(this::text);
  }

  String containerOf(ServiceName service) {
    ContainerRef container = spec.serviceContainers().get(service);
    if (container == null) {
      throw new IllegalStateException("bug: no container of " + service + " for " + spec);
    }
    return container.handle();
  }
}
