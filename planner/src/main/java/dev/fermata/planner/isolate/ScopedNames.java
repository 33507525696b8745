package dev.fermata.planner.isolate;

import dev.fermata.model.Project;
import dev.fermata.model.schema.NetworkTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.VolumeTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.AttachmentTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * The names that a file gives get the copy's suffix, where they do not have the copy's project name
 * in them already: of containers, networks, volumes, and images that are built. What is external
 * keeps its name: it belongs to nobody's copy.
 */
public final class ScopedNames {
  private final Project project;
  private final String suffix;
  private final Set<String> built;

  private ScopedNames(Project project, String suffix) {
    this.project = project;
    this.suffix = suffix;
    this.built = built(project);
  }

  /** {@code project} has the copy's name already. */
  public static Project of(Project project, String suffix) {
    var scoped = new ScopedNames(project, suffix);
    return project.changed(scoped::document);
  }

  private static Set<String> built(Project project) {
    var built = new HashSet<String>();
    project
        .services()
        .values()
        .forEach(service -> {
          Mapping tree = service.definition().tree();
          if (WorkloadTable.BUILD.nodeIn(tree).isPresent()) {
            text(tree, ContainerTable.IMAGE).ifPresent(image -> built.add(image.text()));
          }
        });
    return built;
  }

  private Mapping document(Mapping document) {
    return document.mapValues((section, node) -> {
      if (section.equals(ProjectTable.SERVICES.name())) {
        return each(node, (key, service) -> service(service));
      }
      if (section.equals(ProjectTable.NETWORKS.name())) {
        return each(node, (key, it) -> resource(it, NetworkTable.NAME, NetworkTable.EXTERNAL));
      }
      return section.equals(ProjectTable.VOLUMES.name())
          ? each(node, (key, it) -> resource(it, VolumeTable.NAME, VolumeTable.EXTERNAL))
          : node;
    });
  }

  private static Node each(Node section, BiFunction<String, Mapping, Node> change) {
    return section instanceof Mapping all
        ? all.mapValues((key, node) -> node instanceof Mapping its ? change.apply(key, its) : node)
        : section;
  }

  private Mapping resource(Mapping resource, Attribute<String> name, Attribute<Boolean> external) {
    if (external.in(resource).orElse(false)) {
      return resource;
    }
    return renamed(resource, name, suffixed(text(resource, name)));
  }

  private Mapping service(Mapping service) {
    Mapping tagged =
        renamed(
            service,
            ContainerTable.IMAGE,
            text(service, ContainerTable.IMAGE)
                .filter(image -> built.contains(image.text()))
                .map(this::tagged));
    Optional<Scalar> name = text(service, ServiceTable.CONTAINER_NAME);
    Optional<Scalar> scoped = suffixed(name);
    return scoped.isEmpty()
        ? tagged
        : known(renamed(tagged, ServiceTable.CONTAINER_NAME, scoped), name.orElseThrow());
  }

  /** Whoever calls the container by its old name still finds it, on the copy's own networks. */
  private static Mapping known(Mapping service, Scalar as) {
    return ContainerTable.NETWORKS.nodeIn(service).orElse(null) instanceof Mapping networks
        ? ContainerTable.NETWORKS.setIn(
            service, networks.mapValues((network, node) -> aliased(node, as)))
        : service;
  }

  private static Node aliased(Node attachment, Scalar alias) {
    Mapping its =
        attachment instanceof Mapping mapping ? mapping : Mapping.empty(attachment.span());
    var aliases = new ArrayList<Node>();
    if (AttachmentTable.ALIASES.nodeIn(its).orElse(null) instanceof Sequence there) {
      aliases.addAll(there.items());
    }
    aliases.add(alias);
    return AttachmentTable.ALIASES.setIn(its, Sequence.of(List.copyOf(aliases), alias.span()));
  }

  private static Optional<Scalar> text(Mapping tree, Attribute<String> of) {
    return of.nodeIn(tree)
        .filter(Scalar.class::isInstance)
        .map(Scalar.class::cast)
        .filter(name -> !name.text().isEmpty());
  }

  private static Mapping renamed(Mapping tree, Attribute<String> name, Optional<Scalar> to) {
    return to.map(text -> name.setIn(tree, text)).orElse(tree);
  }

  private Optional<Scalar> suffixed(Optional<Scalar> name) {
    return name.filter(it -> !it.text().contains(project.name().text()))
        .map(it -> Scalar.string(it.text() + "-" + suffix, it.span()));
  }

  /** {@code shop-web:dev} becomes {@code shop-web:dev-x}: another copy builds something else. */
  private Scalar tagged(Scalar image) {
    String text = image.text();
    if (text.contains(project.name().text()) || text.contains("@")) {
      return image;
    }
    boolean hasTag = text.lastIndexOf(':') > text.lastIndexOf('/');
    String whole = hasTag ? text : text + ":latest";
    return Scalar.string(whole + "-" + suffix, image.span());
  }
}
