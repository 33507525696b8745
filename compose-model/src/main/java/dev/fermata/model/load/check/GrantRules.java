package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.interpolate.GrantContents;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Secrets and configs that a service uses and that nobody can give it: those that a swarm keeps,
 * those from variables that are not set, and those whose source is empty. Docker Compose shows them
 * and fails on create.
 */
public final class GrantRules {
  private static final List<Attribute<String>> SOURCES =
      List.of(SecretTables.FILE, SecretTables.ENVIRONMENT, SecretTables.CONTENT);

  private final ProjectDocument project;
  private final Variables variables;
  private final String workingDirectory;
  private final List<Diagnostic> findings = new ArrayList<>();

  private GrantRules(ProjectDocument project, Variables variables, String workingDirectory) {
    this.project = project;
    this.variables = variables;
    this.workingDirectory = workingDirectory;
  }

  public static List<Diagnostic> in(
      ProjectDocument project, Variables variables, String workingDirectory) {
    var grants = new GrantRules(project, variables, workingDirectory);
    project.services().forEach(grants::service);
    return grants.findings;
  }

  private void service(String name, Mapping.Entry entry) {
    if (entry.value() instanceof Mapping service) {
      grants(name, service, ContainerTable.SECRETS, ProjectTable.SECRETS, "secret");
      grants(name, service, ContainerTable.CONFIGS, ProjectTable.CONFIGS, "config");
    }
  }

  private void grants(
      String service,
      Mapping mapping,
      Attribute<List<Mapping>> attribute,
      Attribute<?> section,
      String kind) {
    for (Mapping grant : attribute.in(mapping).orElse(List.of())) {
      Optional<Node> source = GrantTable.SOURCE.nodeIn(grant);
      Optional<Mapping> resource = source.flatMap(node -> resource(Nodes.text(node), section));
      if (resource.isPresent()) {
        external(source.get(), resource.get(), kind).ifPresent(findings::add);
        sourceless(service, source.get(), resource.get(), kind).ifPresent(findings::add);
        unset(service, source.get(), resource.get(), kind).ifPresent(findings::add);
      }
    }
  }

  private Optional<Mapping> resource(String key, Attribute<?> section) {
    Mapping.Entry entry = project.section(section).get(key);
    return entry != null && entry.value() instanceof Mapping resource
        ? Optional.of(resource)
        : Optional.empty();
  }

  private static Optional<Diagnostic> external(Node source, Mapping resource, String kind) {
    if (!SecretTables.EXTERNAL.in(resource).orElse(false)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                Code.UNMAPPED_ATTRIBUTE,
                source.span(),
                "the external %s `%s` is not supported: the engine has none",
                Quote.word(kind),
                Nodes.quote(source))
            .hint("give it a `file` or an `environment` of its own"));
  }

  /**
   * An empty text is as good as none: Docker Compose accepts it, and mounts the project's folder.
   */
  private Optional<Diagnostic> sourceless(
      String service, Node source, Mapping resource, String kind) {
    boolean external = SecretTables.EXTERNAL.in(resource).orElse(false);
    if (external || (hasSource(resource) && !hasEmptyPath(resource))) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
                Code.MISSING_ATTRIBUTE,
                resource.span(),
                "the source of %s `%s` is empty: service `%s` has no content for it",
                Quote.word(kind),
                Nodes.quote(source),
                Quote.name(service))
            .hint("name a `file`, which may be an empty one")
            .related(source.span(), "used here"));
  }

  /** A source with a mistake is one. */
  private static boolean hasSource(Mapping resource) {
    return SOURCES.stream().anyMatch(source -> source.nodeIn(resource).isPresent());
  }

  /** An empty path has become that of the project's folder; its own text still tells. */
  private boolean hasEmptyPath(Mapping resource) {
    return SecretTables.FILE.in(resource).filter(workingDirectory::equals).isPresent()
        && SecretTables.FILE.nodeIn(resource).filter(GrantRules::isWrittenEmpty).isPresent();
  }

  private static boolean isWrittenEmpty(Node file) {
    String written = file.span().text();
    return written.equals("\"\"") || written.equals("''") || written.contains("$");
  }

  /** In Docker Compose's words, with the service. A variable set to the empty text is set. */
  private Optional<Diagnostic> unset(String service, Node source, Mapping resource, String kind) {
    return SecretTables.ENVIRONMENT
        .nodeIn(resource)
        .filter(Nodes::isSound)
        .filter(variable -> GrantContents.of(resource, variables).isEmpty())
        .map(variable ->
            Diagnostic.warning(
                    Code.REQUIRED_VARIABLE,
                    variable.span(),
                    "environment variable \"%s\" required by %s \"%s\" is not set: service `%s` has no content for it",
                    Nodes.quote(variable),
                    Quote.word(kind),
                    Nodes.quote(source),
                    Quote.name(service))
                .hint("set `%s` where you call this, or in an env file", Nodes.quote(variable))
                .related(source.span(), "used here"));
  }
}
