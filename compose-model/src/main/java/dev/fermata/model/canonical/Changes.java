package dev.fermata.model.canonical;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Changes of a project after its load, as flags ask for them. What changes is the canonical
 * document: what is compared, printed and created is read from it anew.
 */
public final class Changes {
  private static final Set<String> BEFORE_ADDRESS =
      Set.of(PortTable.NAME.name(), PortTable.MODE.name());

  private Changes() {}

  /** The project with one of its enabled services changed. */
  public static Project ofService(
      Project project, ServiceName name, UnaryOperator<Mapping> change) {
    String changed = project.service(name).name().text();
    return ofServices(
        project, (service, tree) -> service.equals(changed) ? change.apply(tree) : tree);
  }

  /** The project with each of its enabled services changed. */
  public static Project ofServices(Project project, UnaryOperator<Mapping> change) {
    return ofServices(project, (service, tree) -> change.apply(tree));
  }

  /** The same of those that are not enabled as well: a build may be made from what they build. */
  public static Project ofAllServices(Project project, UnaryOperator<Mapping> change) {
    Project changed = ofServices(project, change);
    var disabled = new TreeMap<ServiceName, Service>();
    project
        .disabled()
        .forEach((name, service) ->
            disabled.put(name, new Service(name, service.definition().changed(change))));
    return new Project(
        changed.workingDirectory(),
        changed.composeFiles(),
        changed.environmentFiles(),
        changed.definition(),
        disabled);
  }

  private static Project ofServices(Project project, BiFunction<String, Mapping, Node> change) {
    return project.changed(document ->
        document.mapValues((section, node) ->
            section.equals(ProjectTable.SERVICES.name()) && node instanceof Mapping services
                ? services.mapValues((service, its) ->
                    its instanceof Mapping tree ? change.apply(service, tree) : its)
                : node));
  }

  /** The project with ports that say nothing of an address published on this one. */
  public static Project publishedOn(Project project, String address, Span origin) {
    Scalar ip = Scalar.string(address, origin);
    return ofServices(project, service -> publishedOn(service, ip));
  }

  private static Mapping publishedOn(Mapping service, Scalar ip) {
    return WorkloadTable.PORTS.nodeIn(service).orElse(null) instanceof Sequence ports
        ? WorkloadTable.PORTS.setIn(service, ports.mapItems(port -> onAddress(port, ip)))
        : service;
  }

  /** As if the file said so: the address stands where the canonical form has it. */
  private static Node onAddress(Node node, Scalar ip) {
    if (!(node instanceof Mapping port) || PortTable.HOST_IP.in(port).isPresent()) {
      return node;
    }
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    port.entries()
        .forEach((name, entry) -> {
          if (!BEFORE_ADDRESS.contains(name)) {
            entries.putIfAbsent(PortTable.HOST_IP.name(), new Mapping.Entry(ip.span(), ip));
          }
          entries.put(name, entry);
        });
    return port.withEntries(entries);
  }

  /** A service with that many containers. Docker Compose sets both, where there are both. */
  public static Mapping scaled(Mapping service, int replicas, Span origin) {
    Scalar count = Scalar.integer(replicas, origin);
    Mapping scaled = ServiceTable.SCALE.setIn(service, count);
    return ServiceTable.DEPLOY
        .in(service)
        .map(deploy -> ServiceTable.DEPLOY.setIn(scaled, DeployTable.REPLICAS.setIn(deploy, count)))
        .orElse(scaled);
  }
}
