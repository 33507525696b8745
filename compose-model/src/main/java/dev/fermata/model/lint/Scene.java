package dev.fermata.model.lint;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A project under examination. {@code enabled} are the services that would run together; {@code
 * all} are those of inactive profiles as well.
 */
record Scene(Project project, List<Node> documents, List<Linted> enabled, List<Linted> all) {

  static Scene of(Project project, List<Node> documents) {
    Map<String, Span> names = names(documents);
    var enabled = linted(project.services().values(), names);
    var all = new ArrayList<>(enabled);
    all.addAll(linted(project.disabled().values(), names));
    return new Scene(project, documents, enabled, all);
  }

  Optional<Linted> service(String name) {
    return all.stream().filter(service -> service.name().equals(name)).findFirst();
  }

  /** Whether a span lies in a compose file, and not in an env file or in no file at all. */
  boolean isInCompose(Span span) {
    return documents.stream().anyMatch(root -> root.span().source() == span.source());
  }

  private static List<Linted> linted(Iterable<Service> services, Map<String, Span> names) {
    var linted = new ArrayList<Linted>();
    for (Service service : services) {
      Span whole = service.definition().tree().span();
      linted.add(new Linted(service, names.getOrDefault(service.name().text(), whole)));
    }
    return linted;
  }

  /** Where each service is named first. */
  private static Map<String, Span> names(List<Node> documents) {
    var names = new LinkedHashMap<String, Span>();
    for (Node root : documents) {
      if (root instanceof Mapping document
          && document.get("services").orElse(null) instanceof Mapping services) {
        services.entries().forEach((name, entry) -> names.putIfAbsent(name, entry.keySpan()));
      }
    }
    return names;
  }
}
