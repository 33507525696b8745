package dev.fermata.model.load.normalise;

import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.NetworkTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes down what a Compose file means without saying so: the default network, names, builds. */
public final class Normalisation {
  private static final Span IMPLIED = Span.of("implied");

  private final String projectName;
  private final Variables variables;

  private Normalisation(String projectName, Variables variables) {
    this.projectName = projectName;
    this.variables = variables;
  }

  public static Mapping normalise(Mapping document, String projectName, Variables variables) {
    return new Normalisation(projectName, variables).document(document);
  }

  private Mapping document(Mapping document) {
    Mapping done = document;
    boolean joined = false;
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      var normalised = new LinkedHashMap<String, Mapping.Entry>();
      document
          .entriesOf(section.name())
          .forEach((name, entry) -> normalised.put(name, service(entry)));
      joined |= normalised.values().stream().anyMatch(Normalisation::joinsDefault);
      boolean absent = normalised.isEmpty() && section != ProjectTable.SERVICES;
      done = absent ? done : with(done, section, normalised);
    }
    return names(joined ? withDefaultNetwork(done) : done);
  }

  private Mapping.Entry service(Mapping.Entry entry) {
    return entry.value() instanceof Mapping service
        ? entry.withValue(new ServiceNormalisation(variables).service(service))
        : entry;
  }

  private static boolean joinsDefault(Mapping.Entry entry) {
    return entry.value() instanceof Mapping service
        && ContainerTable.NETWORKS.nodeIn(service).orElse(null) instanceof Mapping networks
        && networks.get("default").isPresent()
        && ContainerTable.NETWORK_MODE.nodeIn(service).isEmpty()
        && ServiceTable.PROVIDER.nodeIn(service).isEmpty();
  }

  private static Mapping withDefaultNetwork(Mapping document) {
    var networks = new LinkedHashMap<>(document.entriesOf(ProjectTable.NETWORKS.name()));
    networks.putIfAbsent("default", new Mapping.Entry(IMPLIED, Scalar.nothing(IMPLIED)));
    return with(document, ProjectTable.NETWORKS, networks);
  }

  private Mapping names(Mapping document) {
    Mapping named = document;
    for (Attribute<?> kind : ProjectTable.RESOURCES) {
      var resources = new LinkedHashMap<String, Mapping.Entry>();
      document
          .entriesOf(kind.name())
          .forEach((key, entry) -> resources.put(key, named(key, entry)));
      named = resources.isEmpty() ? named : with(named, kind, resources);
    }
    return named;
  }

  /** All four kinds have {@code name} and {@code external}, as networks do. */
  private Mapping.Entry named(String key, Mapping.Entry entry) {
    Node resource = Nodes.isNull(entry.value()) ? Mapping.empty(entry.keySpan()) : entry.value();
    if (!(resource instanceof Mapping mapping)) {
      return entry;
    }
    if (NetworkTable.NAME.nodeIn(mapping).filter(name -> !Nodes.isNull(name)).isPresent()) {
      return entry.withValue(mapping);
    }
    boolean external =
        NetworkTable.EXTERNAL.nodeIn(mapping).filter(Normalisation::isTrue).isPresent();
    String name = external ? key : projectName + "_" + key;
    return entry.withValue(NetworkTable.NAME.setIn(mapping, Scalar.implied(name, entry.keySpan())));
  }

  private static boolean isTrue(Node external) {
    return List.of("true", "yes", "on", "y")
        .contains(Nodes.text(external).toLowerCase(Locale.ROOT));
  }

  private static Mapping with(
      Mapping document, Attribute<?> section, Map<String, Mapping.Entry> entries) {
    Mapping changed =
        document.get(section.name()).orElse(null) instanceof Mapping mapping
            ? mapping.withEntries(entries)
            : Mapping.of(entries, IMPLIED);
    return document.with(section.name(), changed);
  }
}
