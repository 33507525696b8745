package dev.fermata.model.load.publish;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.digest.Sha256;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Interpolation;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.publish.Publication.ComposeFile;
import dev.fermata.model.load.publish.Publication.EnvFile;
import dev.fermata.model.load.publish.Publication.Role;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.schema.IncludeTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.EnvFileTable;
import dev.fermata.model.schema.service.ExtendsTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the files of a project and names them anew: by what their paths come to, as Docker Compose
 * does it, so that no path of this machine goes out.
 */
public final class Publishing {
  private static final String USUAL_NAME = "compose.yaml";

  private final SourceFiles sources;
  private final Variables variables;
  private final Deque<Wanted> wanted = new ArrayDeque<>();
  private final Set<String> extended = new HashSet<>();
  private final List<ComposeFile> composeFiles = new ArrayList<>();
  private final Map<String, EnvFile> envFiles = new LinkedHashMap<>();
  private final List<Span> localIncludes = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** A file that is still to be read, and where relative paths in it start. */
  private record Wanted(Role role, FileReference file, String name, String directory) {}

  private Publishing(SourceFiles sources, Variables variables) {
    this.sources = sources;
    this.variables = variables;
  }

  /** Of a project that can be loaded: its compose files, whose paths start from one directory. */
  public static Result<Publication> of(
      List<FileReference> files, String directory, Variables variables, SourceFiles sources) {
    var publishing = new Publishing(sources, variables);
    for (FileReference file : files) {
      publishing.wanted.add(new Wanted(Role.MERGED, file, baseName(file.path()), directory));
    }
    while (!publishing.wanted.isEmpty()) {
      publishing.read(publishing.wanted.remove());
    }
    return Result.of(
        new Publication(
            publishing.composeFiles,
            List.copyOf(publishing.envFiles.values()),
            publishing.localIncludes),
        publishing.diagnostics.stream().filter(Diagnostic::isError).toList());
  }

  private static String baseName(String path) {
    return path.equals(SourceFiles.STANDARD_INPUT)
        ? USUAL_NAME
        : path.substring(path.lastIndexOf('/') + 1);
  }

  private void read(Wanted next) {
    Optional<SourceText> text = sources.text(next.file()).flatMap(this::kept);
    Optional<List<Node>> documents = sources.documents(next.file()).flatMap(this::kept);
    if (text.isEmpty() || documents.isEmpty()) {
      return;
    }
    var published = new PublishedText(text.get());
    var written = new ArrayList<Mapping>();
    for (Node document : documents.get()) {
      if (document instanceof Mapping mapping) {
        kept(Schema.expandUninterpolated(mapping, Site.portsOfAProject())).ifPresent(written::add);
        rename(mapping, next.directory(), published);
      }
    }
    composeFiles.add(
        new ComposeFile(next.role(), next.file().path(), next.name(), published.text(), written));
  }

  /** The names of files are looked up as the load does it: variables are filled in. */
  private void rename(Mapping document, String directory, PublishedText published) {
    Optional<Mapping> whole =
        kept(
            Interpolation.interpolate(document, variables)
                .then(filled -> Schema.expand(filled, Site.portsOfAProject())));
    if (whole.isEmpty()) {
      return;
    }
    items(ProjectTable.INCLUDE.nodeIn(whole.get())).forEach(this::included);
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      whole
          .get()
          .entriesOf(section.name())
          .values()
          .forEach(entry -> workload(entry.value(), directory, published));
    }
  }

  private void included(Node entry) {
    Optional<Node> paths =
        entry instanceof Mapping mapping ? IncludeTable.PATH.nodeIn(mapping) : Optional.of(entry);
    for (Node path : paths.map(Publishing::oneOrMore).orElse(List.of())) {
      if (path instanceof Scalar scalar
          && !scalar.text().isEmpty()
          && !Checkouts.isAddress(scalar.text())) {
        localIncludes.add(scalar.span());
      }
    }
  }

  private void workload(Node node, String directory, PublishedText published) {
    if (!(node instanceof Mapping workload)) {
      return;
    }
    environment(workload, directory, published);
    for (Node hook : items(ServiceTable.PRE_START.nodeIn(workload))) {
      if (hook instanceof Mapping container) {
        environment(container, directory, published);
      }
    }
    if (ServiceTable.EXTENDS.nodeIn(workload).orElse(null) instanceof Mapping base
        && ExtendsTable.FILE.nodeIn(base).orElse(null) instanceof Scalar file
        && !file.text().isEmpty()
        && !Checkouts.isAddress(file.text())) {
      extended(file, directory, published);
    }
  }

  private void environment(Mapping container, String directory, PublishedText published) {
    for (Node entry : items(ContainerTable.ENV_FILE.nodeIn(container))) {
      if (entry instanceof Mapping file
          && EnvFileTable.PATH.nodeIn(file).orElse(null) instanceof Scalar path
          && !path.text().isEmpty()) {
        envFile(path, directory, published);
      }
    }
  }

  /** One that may be missing, and is, is named anew as well: its path is nobody's business. */
  private void envFile(Scalar path, String directory, PublishedText published) {
    String absolute = sources.absolute(directory, path.text());
    String name = Sha256.hex(absolute) + ".env";
    published.put(path.span(), name);
    sources
        .text(FileReference.at(path, absolute))
        .flatMap(this::kept)
        .ifPresent(
            text -> envFiles.putIfAbsent(absolute, new EnvFile(absolute, name, text.text())));
  }

  private void extended(Scalar file, String directory, PublishedText published) {
    String absolute = sources.absolute(directory, file.text());
    String name = Sha256.hex(absolute) + ".yaml";
    published.put(file.span(), name);
    if (extended.add(absolute)) {
      String home = SourceFiles.directoryOf(absolute);
      wanted.add(new Wanted(Role.EXTENDED, FileReference.at(file, absolute), name, home));
    }
  }

  private <T> Optional<T> kept(Result<T> result) {
    diagnostics.addAll(result.diagnostics());
    return result.value();
  }

  private static List<Node> items(Optional<Node> list) {
    return list.orElse(null) instanceof Sequence sequence ? sequence.items() : List.of();
  }

  private static List<Node> oneOrMore(Node node) {
    return node instanceof Sequence sequence ? sequence.items() : List.of(node);
  }
}
