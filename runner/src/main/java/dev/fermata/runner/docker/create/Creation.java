package dev.fermata.runner.docker.create;

import dev.fermata.model.Namespace;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.ContainerSpec;
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

  boolean speaks(int major, int minor) {
    return !api.isBefore(new ApiVersion(major, minor));
  }

  void require(ApiVersion least, String attribute) {
    require(api, least, spec.service(), attribute);
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

  /** As the engine writes a shared namespace. */
  String text(Namespace namespace) {
    return switch (namespace) {
      case Namespace.Named named -> named.name();
      case Namespace.OfContainer other -> "container:" + other.container();
      case Namespace.OfService other ->
          throw new IllegalStateException("a bug: " + other.service() + " is not resolved");
    };
  }

  Optional<String> text(Optional<Namespace> namespace) {
    return namespace.map(this::text);
  }
}
