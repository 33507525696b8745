package dev.fermata.cli.command.bridge;

import dev.fermata.cli.session.EarlyEnd;
import dev.fermata.cli.session.ProgressLine;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.config.ConfigYaml;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.canonical.PrintOrder;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.runner.engine.Images;
import dev.fermata.sources.FileSources;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * The project as it is handed to a transformation: as `config` shows it, with the image of each
 * service, the ports that images expose, and what is in secrets and configs.
 */
final class TransformedModel {
  private static final Span PLACE = Span.of("the conversion");

  private final Session session;
  private final Project project;

  TransformedModel(Session session, Project project) {
    this.session = session;
    this.project = project;
  }

  String text() {
    Mapping tree = project.definition().tree();
    for (Service service : project.services().values()) {
      tree = changed(tree, ProjectTable.SERVICES, service.name().text(), it -> with(service, it));
    }
    for (var secret : project.secrets().entrySet()) {
      tree = filled(tree, ProjectTable.SECRETS, secret.getKey(), secret.getValue().source());
    }
    for (var config : project.configs().entrySet()) {
      tree = filled(tree, ProjectTable.CONFIGS, config.getKey(), config.getValue().source());
    }
    return ConfigYaml.text(PrintOrder.yaml(tree), Dollars.KEPT);
  }

  private interface Change {
    Mapping of(Mapping node);
  }

  private static Mapping changed(Mapping tree, Attribute<?> section, String name, Change change) {
    return tree.mapValues((key, node) ->
        key.equals(section.name()) && node instanceof Mapping entries
            ? entries.mapValues((own, entry) ->
                own.equals(name) && entry instanceof Mapping mapping ? change.of(mapping) : entry)
            : node);
  }

  private Mapping with(Service service, Mapping node) {
    String image = service.image().text();
    var ports = new LinkedHashSet<String>(WorkloadTable.EXPOSE.in(node).orElse(List.of()));
    ports.addAll(exposedBy(service));
    WorkloadTable.PORTS.in(node).orElse(List.of()).stream()
        .flatMap(port -> PortTable.TARGET.in(port).stream())
        .map(String::valueOf)
        .forEach(ports::add);
    Mapping named = ContainerTable.IMAGE.setIn(node, Scalar.string(image, PLACE));
    List<Scalar> exposed = ports.stream().map(port -> Scalar.string(port, PLACE)).toList();
    return exposed.isEmpty()
        ? named
        : WorkloadTable.EXPOSE.setIn(named, Sequence.of(exposed, PLACE));
  }

  /** An image that is still to be built says nothing yet. */
  private List<String> exposedBy(Service service) {
    Images images = session.engine().images();
    String name = service.image().text();
    Optional<List<String>> known = images.exposedPorts(name);
    if (known.isEmpty() && isOnlyBuilt(service)) {
      session
          .err()
          .println(
              "warning: there is no image of "
                  + service.name()
                  + " yet, so the ports that it exposes are left out; `build` makes it");
      return List.of();
    }
    if (known.isEmpty()) {
      pull(service, images);
    }
    return known.or(() -> images.exposedPorts(name)).orElse(List.of()).stream()
        .map(port -> port.replaceFirst("/.*", ""))
        .toList();
  }

  private static boolean isOnlyBuilt(Service service) {
    Mapping tree = service.definition().tree();
    return WorkloadTable.BUILD.nodeIn(tree).isPresent()
        && ContainerTable.IMAGE.nodeIn(tree).isEmpty();
  }

  private void pull(Service service, Images images) {
    var progress = new ProgressLine(session);
    String subject = "Image " + service.image().text();
    progress.tell(subject, ProgressLine.State.WORKING, "Pulling", "");
    images.pull(service.image(), Optional.empty(), layer -> {});
    progress.tell(subject, ProgressLine.State.DONE, "Pulled", "");
  }

  private static Mapping filled(Mapping tree, Attribute<?> section, String name, FileSource from) {
    return content(from)
        .map(text ->
            changed(
                tree,
                section,
                name,
                node -> SecretTables.CONTENT.setIn(node, Scalar.string(text, PLACE))))
        .orElse(tree);
  }

  private static Optional<String> content(FileSource from) {
    return switch (from) {
      case FileSource.Content known -> Optional.of(known.value().reveal());
      case FileSource.HostFile file -> Optional.of(read(file.path()));
      case FileSource.External external -> Optional.empty();
    };
  }

  private static String read(String path) {
    return switch (new FileSources().read(path)) {
      case Sources.Content.Found found -> new String(found.bytes(), StandardCharsets.UTF_8);
      case Sources.Content.Absent absent -> throw unreadable(path, "it is not there");
      case Sources.Content.Folder folder -> throw unreadable(path, "it is a folder");
      case Sources.Content.Unreadable broken -> throw unreadable(path, broken.reason());
    };
  }

  private static EarlyEnd unreadable(String path, String why) {
    return EarlyEnd.refused(
        "`" + path + "` cannot be read: " + why, "its content is part of what is converted");
  }
}
