package dev.fermata.planner.spec;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Value;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.observed.Logins;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code use_api_socket} comes to: the engine's socket as a mount, and the docker client's
 * logins as a file that only root may read. No engine knows of it.
 */
public final class ApiSocket {
  private static final String SOCKET = "/var/run/docker.sock";
  private static final String VARIABLE = "DOCKER_CONFIG";
  private static final String FOLDER = "/run/secrets/docker";
  private static final int OF_ROOT = 0600;

  private ApiSocket() {}

  /** Whether a service of the project uses it. */
  public static boolean isUsed(Project project) {
    return project.services().values().stream().anyMatch(ApiSocket::isUsed);
  }

  private static boolean isUsed(Service service) {
    return ContainerTable.USE_API_SOCKET.in(service.definition().tree()).orElse(false);
  }

  /** Where the logins are looked for is said only where there are any, and not in its place. */
  public static Project spelledOut(Project project, Logins logins) {
    return isUsed(project)
        ? Changes.ofServices(project, service -> spelledOut(service, logins))
        : project;
  }

  private static Mapping spelledOut(Mapping service, Logins logins) {
    if (!ContainerTable.USE_API_SOCKET.in(service).orElse(false)) {
      return service;
    }
    Mapping mounted = mounting(service);
    boolean says =
        ContainerTable.ENVIRONMENT.in(service).filter(all -> all.containsKey(VARIABLE)).isPresent();
    return says || logins == Logins.NONE ? mounted : naming(mounted);
  }

  private static Mapping mounting(Mapping service) {
    Span span = service.span();
    Map<String, Mapping.Entry> mount = new LinkedHashMap<>();
    mount.put("type", new Mapping.Entry(span, Scalar.string("bind", span)));
    mount.put("source", new Mapping.Entry(span, Scalar.string(SOCKET, span)));
    mount.put("target", new Mapping.Entry(span, Scalar.string(SOCKET, span)));
    List<Node> all = new ArrayList<>();
    if (ContainerTable.VOLUMES.nodeIn(service).orElse(null) instanceof Sequence own) {
      all.addAll(own.items());
    }
    all.add(Mapping.empty(span).withEntries(mount));
    return ContainerTable.VOLUMES.setIn(service, Sequence.of(all, span));
  }

  private static Mapping naming(Mapping service) {
    Span span = service.span();
    Mapping own =
        ContainerTable.ENVIRONMENT.nodeIn(service).orElse(null) instanceof Mapping mapping
            ? mapping
            : Mapping.empty(span);
    var all = new TreeMap<>(own.entries());
    all.put(VARIABLE, new Mapping.Entry(span, Scalar.string(FOLDER, span)));
    return ContainerTable.ENVIRONMENT.setIn(service, own.withEntries(all));
  }

  /** Whether a service that is spelled out looks for the logins where they are put. */
  static boolean givesLogins(Service service) {
    return isUsed(service)
        && Optional.ofNullable(service.process().environment().get(VARIABLE))
            .flatMap(value -> value.map(Value::reveal))
            .filter(FOLDER::equals)
            .isPresent();
  }

  /** The file with the logins, where the service is given them. */
  public static List<ContainerFile> files(Service service) {
    return givesLogins(service)
        ? List.of(
            new ContainerFile(
                FOLDER + "/config.json", new ContainerFile.Content.Logins(), 0, 0, OF_ROOT))
        : List.of();
  }
}
