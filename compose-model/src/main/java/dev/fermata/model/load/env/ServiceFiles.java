package dev.fermata.model.load.env;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.VariableScope;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.EnvFileTable;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the files that a service names in {@code env_file} and {@code label_file}: what they say
 * goes under the service's own {@code environment} and {@code labels}. Containers that run before
 * it starts have theirs, or the service's.
 */
public final class ServiceFiles {
  /** What a file holds. */
  public enum Kind {
    ENVIRONMENT,
    LABELS
  }

  private static final Set<String> FORMATS = Set.of("", ".env", "raw");

  private final SourceFiles sources;
  private final String directory;
  private final Variables variables;
  private final Set<Kind> kinds;
  private final EnvFileCache ofFiles;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  /** For the variables that services get from files. */
  private final Budget variablesOfAll = new Budget(2_000_000);

  private ServiceFiles(
      SourceFiles sources, String directory, Variables variables, Set<Kind> kinds) {
    this.sources = sources;
    this.directory = directory;
    this.variables = variables;
    this.kinds = kinds;
    this.ofFiles = new EnvFileCache();
  }

  /** For the enabled services: the files of the others may well be missing. */
  public static Result<ProjectDocument> read(
      ProjectDocument project,
      SourceFiles sources,
      String directory,
      Variables variables,
      Set<Kind> kinds) {
    var files = new ServiceFiles(sources, directory, variables, kinds);
    var read = new LinkedHashMap<String, Mapping.Entry>();
    project.services().forEach((name, entry) -> read.put(name, files.read(entry)));
    files.diagnostics.addAll(files.ofFiles.diagnostics());
    return Result.of(project.withServices(read, project.disabled()), files.diagnostics);
  }

  private Mapping.Entry read(Mapping.Entry entry) {
    return entry.value() instanceof Mapping service && !variablesOfAll.isSpent()
        ? entry.withValue(withHooks(inOrder(labels(environment(service)), ServiceTable.rows())))
        : entry;
  }

  private Mapping withHooks(Mapping service) {
    if (!(ServiceTable.PRE_START.nodeIn(service).orElse(null) instanceof Sequence hooks)) {
      return service;
    }
    Sequence read =
        hooks.mapItems(hook ->
            hook instanceof Mapping container
                ? inOrder(labels(environment(container)), PreStartTable.TABLE)
                : hook);
    return ServiceTable.PRE_START.setIn(service, read);
  }

  /** Added attributes go where the canonical form has them. */
  private static Mapping inOrder(Mapping service, Table table) {
    var ordered = new LinkedHashMap<String, Mapping.Entry>();
    for (Attribute<?> attribute : table.attributes()) {
      Mapping.Entry entry = service.entries().get(attribute.name());
      if (entry != null) {
        ordered.put(attribute.name(), entry);
      }
    }
    service.entries().forEach(ordered::putIfAbsent);
    return service.withEntries(ordered);
  }

  private Mapping environment(Mapping service) {
    if (!kinds.contains(Kind.ENVIRONMENT)
        || !(ContainerTable.ENV_FILE.nodeIn(service).orElse(null) instanceof Sequence files)) {
      return service;
    }
    Mapping own = mapping(service, ContainerTable.ENVIRONMENT);
    var values = new TreeMap<String, Mapping.Entry>();
    var scope = new VariableScope(name -> outer(name, own), name -> valueIn(values, name));
    for (Node file : files.items()) {
      if (file instanceof Mapping entry) {
        lay(environmentFile(entry, path(entry), scope), values);
      }
    }
    Mapping whole = under(own, values);
    Mapping bare = ContainerTable.ENV_FILE.removedFrom(service);
    return whole.entries().isEmpty() ? bare : ContainerTable.ENVIRONMENT.setIn(bare, whole);
  }

  /** An empty path has fallen out: it is that of no file. */
  private static Scalar path(Mapping entry) {
    return EnvFileTable.PATH.nodeIn(entry).orElse(null) instanceof Scalar path
        ? path
        : Scalar.string("", entry.span());
  }

  private SortedMap<String, Mapping.Entry> environmentFile(
      Mapping entry, Scalar path, VariableScope scope) {
    Optional<Result<SourceText>> text = path.text().isEmpty() ? Optional.empty() : text(path);
    if (text.isEmpty()) {
      boolean needed =
          !(EnvFileTable.NEEDED.nodeIn(entry).orElse(null) instanceof Scalar s
              && s.text().equals("false"));
      if (needed) {
        diagnostics.add(
            notFound(ComposeSentences.ENV_FILE_NOT_FOUND, path)
                .hint("create it, or give it `required: false`"));
      }
      return Collections.emptySortedMap();
    }
    String format = EnvFileTable.FORMAT.nodeIn(entry).map(Nodes::text).orElse("");
    if (!FORMATS.contains(format)) {
      diagnostics.add(unknownFormat(entry, path));
      return Collections.emptySortedMap();
    }
    return variables(path, text.get(), format, scope);
  }

  private Mapping labels(Mapping service) {
    if (!kinds.contains(Kind.LABELS)
        || !(ContainerTable.LABEL_FILE.nodeIn(service).orElse(null) instanceof Sequence files)) {
      return service;
    }
    var values = new TreeMap<String, Mapping.Entry>();
    for (Node file : files.items()) {
      if (file instanceof Scalar path) {
        Optional<Result<SourceText>> text = text(path);
        if (text.isEmpty()) {
          diagnostics.add(notFound(ComposeSentences.LABEL_FILE_NOT_FOUND, path));
        }
        text.map(t -> variables(path, t, "", VariableScope.above(name -> valueIn(values, name))))
            .ifPresent(found -> lay(found, values));
      }
    }
    Mapping whole = under(mapping(service, ContainerTable.LABELS), values);
    return whole.entries().isEmpty() ? service : ContainerTable.LABELS.setIn(service, whole);
  }

  /** A path may still be relative, where the user wants to see it so. */
  private Optional<Result<SourceText>> text(Scalar path) {
    String file = sources.absolute(directory, path.text());
    return sources.text(FileReference.at(path, file));
  }

  private SortedMap<String, Mapping.Entry> variables(
      Scalar path, Result<SourceText> text, String format, VariableScope scope) {
    diagnostics.addAll(text.diagnostics());
    SortedMap<String, Mapping.Entry> found =
        text.value().map(t -> ofFiles.of(t, format, scope)).orElse(Collections.emptySortedMap());
    if (!variablesOfAll.isSpent() && !variablesOfAll.spend(found.size())) {
      diagnostics.add(tooMuch(path));
    }
    return found;
  }

  private Diagnostic tooMuch(Scalar path) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        path.span(),
        "services get more than %s variables from files",
        Quote.number(variablesOfAll.whole()));
  }

  /** What a reference in an env file sees above all: the project, then the service. */
  private Optional<Assignment> outer(String name, Mapping own) {
    return variables
        .assignment(name)
        .or(() -> own.get(name).filter(node -> !Nodes.isNull(node)).map(ServiceFiles::assignment));
  }

  private static Optional<Assignment> valueIn(Map<String, Mapping.Entry> values, String name) {
    return Optional.ofNullable(values.get(name)).map(entry -> assignment(entry.value()));
  }

  private static Assignment assignment(Node node) {
    return Assignment.of(Nodes.text(node), node.span(), node.history().draws());
  }

  private static Mapping under(Mapping own, SortedMap<String, Mapping.Entry> files) {
    own.entries().forEach((name, entry) -> files.merge(name, entry, ServiceFiles::over));
    return own.withEntries(files);
  }

  /** Most services have one file: what is sorted already is taken over in linear time. */
  private static void lay(
      SortedMap<String, Mapping.Entry> file, SortedMap<String, Mapping.Entry> values) {
    if (values.isEmpty()) {
      values.putAll(file);
    } else {
      file.forEach((name, value) -> values.merge(name, value, ServiceFiles::over));
    }
  }

  private static Mapping.Entry over(Mapping.Entry low, Mapping.Entry high) {
    return high.withValue(high.value().replacing(low.value()));
  }

  private static Mapping mapping(Mapping service, Attribute<?> attribute) {
    return attribute.nodeIn(service).orElse(null) instanceof Mapping mapping
        ? mapping
        : Mapping.empty(service.span());
  }

  private Diagnostic notFound(@CompileTimeConstant String template, Scalar path) {
    return Diagnostic.error(
        Code.FILE_NOT_FOUND, path.span(), template, path.quote().as(sources.shownAs(path.text())));
  }

  private static Diagnostic unknownFormat(Mapping entry, Scalar path) {
    Node format = EnvFileTable.FORMAT.nodeIn(entry).orElse(path);
    return Diagnostic.error(
            Code.INVALID_VALUE,
            format.span(),
            "`%s` is not a format of env files",
            Nodes.quote(format))
        .hint("leave it out, or use `raw` for lines without quotes and interpolation");
  }
}
