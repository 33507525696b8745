package dev.fermata.model.lint;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project under examination. {@code enabled} are the services that would run together; {@code
 * all} are those of inactive profiles as well, {@code byName} the same, and {@code files} the
 * compose files.
 */
record LintContext(
    Project project,
    List<Node> documents,
    List<LintedService> enabled,
    List<LintedService> all,
    Map<String, LintedService> byName,
    Set<SourceText> files) {

  static LintContext of(Project project, List<Node> documents) {
    Map<String, Span> names = names(documents);
    var enabled = linted(project.services().values(), names);
    var all = new ArrayList<>(enabled);
    all.addAll(linted(project.disabled().values(), names));
    var byName = new HashMap<String, LintedService>();
    all.forEach(service -> byName.putIfAbsent(service.name(), service));
    Set<SourceText> files =
        documents.stream().map(root -> root.span().source()).collect(Collectors.toSet());
    return new LintContext(project, documents, enabled, all, byName, files);
  }

  Optional<LintedService> service(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  Map<String, Mapping.Entry> section(Attribute<?> section) {
    return project.definition().tree().entriesOf(section.name());
  }

  /** Those of inactive profiles as well. */
  Stream<Mapping> jobs() {
    return section(ProjectTable.JOBS).values().stream()
        .flatMap(entry -> entry.value() instanceof Mapping job ? Stream.of(job) : Stream.of());
  }

  /** Whether a span lies in a compose file, and not in an env file or in no file at all. */
  boolean isInCompose(Span span) {
    return files.contains(span.source());
  }

  private static List<LintedService> linted(Iterable<Service> services, Map<String, Span> names) {
    var linted = new ArrayList<LintedService>();
    for (Service service : services) {
      Span whole = service.definition().tree().span();
      linted.add(new LintedService(service, names.getOrDefault(service.name().text(), whole)));
    }
    return linted;
  }

  /** Where each service is named first. */
  private static Map<String, Span> names(List<Node> documents) {
    var names = new LinkedHashMap<String, Span>();
    for (Node root : documents) {
      if (root instanceof Mapping document
          && ProjectTable.SERVICES.nodeIn(document).orElse(null) instanceof Mapping services) {
        services.entries().forEach((name, entry) -> names.putIfAbsent(name, entry.keySpan()));
      }
    }
    return names;
  }
}
