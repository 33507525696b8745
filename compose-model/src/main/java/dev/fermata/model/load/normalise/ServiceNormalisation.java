package dev.fermata.model.load.normalise;

import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Writes down what a service means without saying so. */
final class ServiceNormalisation {
  private static final Span IMPLIED = Span.of("implied");

  /** What becomes of a name for which there is no value. */
  private enum Unresolved {
    KEPT,
    DROPPED
  }

  private final Variables variables;

  ServiceNormalisation(Variables variables) {
    this.variables = variables;
  }

  Mapping service(Mapping service) {
    Mapping done = withNetwork(service);
    done = changed(done, ContainerTable.PULL_POLICY, ServiceNormalisation::pullPolicy);
    done = changed(done, WorkloadTable.BUILD, this::build);
    done = changed(done, ContainerTable.ENVIRONMENT, node -> resolved(node, Unresolved.KEPT));
    done = changed(done, ContainerTable.VOLUMES, ServiceNormalisation::cleanTargets);
    done = replicas(done);
    done = ImpliedDependencies.added(done);
    return preStart(done);
  }

  private static Mapping changed(
      Mapping mapping, Attribute<?> attribute, UnaryOperator<Node> change) {
    return attribute
        .nodeIn(mapping)
        .map(node -> attribute.setIn(mapping, change.apply(node)))
        .orElse(mapping);
  }

  private static Mapping withNetwork(Mapping service) {
    if (ServiceTable.PROVIDER.nodeIn(service).isPresent()
        || ContainerTable.NETWORK_MODE.nodeIn(service).isPresent()) {
      return service;
    }
    Node networks = ContainerTable.NETWORKS.nodeIn(service).orElse(Mapping.empty(IMPLIED));
    if (!(networks instanceof Mapping mapping) || !mapping.entries().isEmpty()) {
      return service;
    }
    return ContainerTable.NETWORKS.setIn(service, mapping.with("default", Scalar.nothing(IMPLIED)));
  }

  /** {@code scale} holds for {@code deploy} too, where that leaves it open. */
  private static Mapping replicas(Mapping service) {
    Optional<Node> scale = ServiceTable.SCALE.nodeIn(service);
    return scale.isPresent()
            && ServiceTable.DEPLOY.nodeIn(service).orElse(null) instanceof Mapping deploy
            && DeployTable.REPLICAS.nodeIn(deploy).isEmpty()
        ? ServiceTable.DEPLOY.setIn(service, DeployTable.REPLICAS.setIn(deploy, scale.get()))
        : service;
  }

  private static Node pullPolicy(Node policy) {
    return policy instanceof Scalar scalar && scalar.text().equals("if_not_present")
        ? scalar.withText(scalar.kind(), "missing")
        : policy;
  }

  private Node build(Node node) {
    if (!(node instanceof Mapping build)) {
      return node;
    }
    Mapping done = changed(build, BuildTable.ARGS, args -> resolved(args, Unresolved.DROPPED));
    if (BuildTable.CONTEXT.nodeIn(done).isEmpty()) {
      done = BuildTable.CONTEXT.setIn(done, Scalar.string(".", IMPLIED));
    }
    boolean named =
        BuildTable.DOCKERFILE.nodeIn(done).filter(file -> !Nodes.isNull(file)).isPresent();
    return named || BuildTable.DOCKERFILE_INLINE.nodeIn(done).isPresent()
        ? done
        : BuildTable.DOCKERFILE.setIn(done, Scalar.string("Dockerfile", IMPLIED));
  }

  private Node resolved(Node node, Unresolved unresolved) {
    if (!(node instanceof Mapping mapping)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    mapping
        .entries()
        .forEach((name, entry) -> {
          Node value = Nodes.isNull(entry.value()) ? lookUp(name, entry) : entry.value();
          if (!Nodes.isNull(value) || unresolved == Unresolved.KEPT) {
            entries.put(name, entry.withValue(value));
          }
        });
    return mapping.withEntries(entries);
  }

  private Node lookUp(String name, Mapping.Entry entry) {
    Scalar bare = Scalar.nothing(entry.value().span());
    return variables
        .assignment(name)
        .map(found -> (Node) EnvironmentResolution.drawn(name, found, bare))
        .orElse(entry.value());
  }

  private static Node cleanTargets(Node node) {
    if (!(node instanceof Sequence volumes)) {
      return node;
    }
    var cleaned = new ArrayList<Node>();
    for (Node volume : volumes.items()) {
      cleaned.add(
          volume instanceof Mapping mapping
              ? changed(mapping, MountTable.TARGET, ServiceNormalisation::cleanTarget)
              : volume);
    }
    return volumes.withItems(cleaned);
  }

  private static Node cleanTarget(Node target) {
    return target instanceof Scalar scalar
        ? scalar.withText(scalar.kind(), SlashPath.clean(scalar.text()))
        : target;
  }

  /** A hook before the start takes over what the service says of its container, but no volumes. */
  private static Mapping preStart(Mapping service) {
    if (!(ServiceTable.PRE_START.nodeIn(service).orElse(null) instanceof Sequence hooks)) {
      return service;
    }
    var base = new LinkedHashMap<String, Mapping.Entry>();
    service
        .entries()
        .forEach((key, entry) -> {
          if (ContainerTable.has(key) && !key.equals(ContainerTable.VOLUMES.name())) {
            base.put(key, entry);
          }
        });
    var site = Site.root(new ArrayList<>());
    var merged = new ArrayList<Node>();
    for (Node hook : hooks.items()) {
      merged.add(Schema.PRE_START.merge(service.withEntries(base), hook, site));
    }
    return ServiceTable.PRE_START.setIn(service, hooks.withItems(merged));
  }
}
