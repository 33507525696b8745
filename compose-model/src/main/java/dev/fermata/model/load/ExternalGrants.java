package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.ContainerTable;
import dev.fermata.model.schema.Nodes;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.ResourceTables;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;

/**
 * Secrets and configs that a service uses and that only a swarm could give it: Docker Compose shows
 * them and fails on create.
 */
final class ExternalGrants {
  private final Stack stack;
  private final List<Diagnostic> findings = new ArrayList<>();

  private ExternalGrants(Stack stack) {
    this.stack = stack;
  }

  static List<Diagnostic> in(Stack stack) {
    var grants = new ExternalGrants(stack);
    stack.services().values().forEach(grants::service);
    return grants.findings;
  }

  private void service(Mapping.Entry entry) {
    if (entry.value() instanceof Mapping service) {
      grants(service, ContainerTable.SECRETS, ProjectTable.SECRETS, "secret");
      grants(service, ContainerTable.CONFIGS, ProjectTable.CONFIGS, "config");
    }
  }

  private void grants(
      Mapping service, Attribute<List<Mapping>> attribute, Attribute<?> section, String kind) {
    for (Mapping grant : attribute.in(service).orElse(List.of())) {
      grant
          .get("source")
          .filter(source -> isExternal(Nodes.text(source), section))
          .ifPresent(source ->
              findings.add(
                  Diagnostic.warning(
                          Code.UNMAPPED_ATTRIBUTE,
                          source.span(),
                          "the external %s `%s` is not supported: the engine has none"
                              .formatted(kind, Nodes.text(source)))
                      .hint("give it a `file` or an `environment` of its own")));
    }
  }

  private boolean isExternal(String name, Attribute<?> section) {
    Mapping.Entry entry = stack.section(section).get(name);
    return entry != null
        && entry.value() instanceof Mapping resource
        && ResourceTables.EXTERNAL.in(resource).orElse(false);
  }
}
