package dev.fermata.planner.provision;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.Programs.ModelUse;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.planner.observed.Provisions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A project in which services have the variables that programs beside the engine gave for them. It
 * is compared with what is there like any other: who gets another value is made anew.
 */
public record Dependants(Project project, Provisions provisions) {

  public Project withVariables() {
    Project with = project;
    for (Service service : project.services().values()) {
      SortedMap<String, String> variables = variables(service);
      if (!variables.isEmpty()) {
        with = Changes.ofService(with, service.name(), tree -> laidOver(tree, variables));
      }
    }
    return with;
  }

  private SortedMap<String, String> variables(Service service) {
    var variables = new TreeMap<String, String>();
    service
        .lifecycle()
        .dependencies()
        .forEach(dependency -> {
          Provisions.Variables given = provisions.services().get(dependency.service());
          if (given != null) {
            String prefix = dependency.service().text().toUpperCase(Locale.ROOT) + "_";
            given.prefixed().forEach((name, value) -> variables.put(prefix + name, value));
            variables.putAll(given.raw());
          }
        });
    service.programs().models().forEach((key, use) -> variables.putAll(variables(key, use)));
    return variables;
  }

  private Map<String, String> variables(String key, ModelUse use) {
    String endpoint = provisions.models().get(key);
    LanguageModel model = project.models().get(key);
    return endpoint == null || model == null
        ? Map.of()
        : Map.of(use.endpointVariable(), endpoint, use.modelVariable(), model.model());
  }

  private static Mapping laidOver(Mapping service, SortedMap<String, String> variables) {
    Span span = service.span();
    Mapping own =
        ContainerTable.ENVIRONMENT.nodeIn(service).orElse(null) instanceof Mapping mapping
            ? mapping
            : Mapping.empty(span);
    var all = new TreeMap<>(own.entries());
    variables.forEach(
        (name, value) -> all.put(name, new Mapping.Entry(span, Scalar.string(value, span))));
    return ContainerTable.ENVIRONMENT.setIn(service, own.withEntries(all));
  }

  /** That a variable comes as it is, in the place of one that the service has otherwise. */
  public List<String> notes() {
    var notes = new ArrayList<String>();
    provisions
        .services()
        .forEach((provider, given) ->
            project.services().values().stream()
                .filter(service ->
                    service.lifecycle().dependencies().stream()
                        .anyMatch(it -> it.service().equals(provider)))
                .forEach(service -> notes.addAll(notes(provider, given, service))));
    return notes;
  }

  private static List<String> notes(
      ServiceName provider, Provisions.Variables given, Service service) {
    Node own =
        ContainerTable.ENVIRONMENT
            .nodeIn(service.definition().tree())
            .orElseGet(() -> Mapping.empty(service.definition().tree().span()));
    return given.raw().entrySet().stream()
        .filter(variable ->
            own instanceof Mapping mapping
                && mapping
                    .get(variable.getKey())
                    .filter(node -> !Nodes.text(node).equals(variable.getValue()))
                    .isPresent())
        .map(variable ->
            "provider `%s` overrides environment variable `%s` of service `%s`"
                .formatted(provider, variable.getKey(), service.name()))
        .toList();
  }
}
