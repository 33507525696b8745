package dev.fermata.model.load.bind;

import dev.fermata.model.Definition;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Rerun;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Makes the typed project of a canonical document. */
public final class ProjectBinder {
  private final ProjectDocument written;
  private final ProjectDocument bare;
  private final Definition definition;
  private final ProjectContext context;
  private final List<Diagnostic> findings = new ArrayList<>();

  private ProjectBinder(ProjectDocument canonical, ProjectContext context) {
    this.written = canonical;
    this.bare = canonical.withoutExtensions();
    this.definition = new Definition(canonical.document());
    this.context = context;
  }

  /** Only a document without errors can be bound. */
  public static Result<Project> bind(ProjectDocument canonical, ProjectContext context) {
    var binder = new ProjectBinder(canonical, context);
    Project project = binder.project();
    return Result.of(project, binder.findings);
  }

  /** A project of which only the text is of interest: its variables are not filled in. */
  public static Result<Project> unbound(Mapping document, ProjectContext context) {
    var empty = new ProjectDocument(Mapping.empty(document.span()), Map.of());
    Project project = new ProjectBinder(empty, context).project(new Definition(document));
    return Result.of(project);
  }

  private Project project() {
    return project(definition);
  }

  private Project project(Definition definition) {
    var resources = new SectionBinder(context);
    return new Project(
        new ProjectName(context.projectName()),
        context.workingDirectory(),
        context.composeFiles(),
        context.environmentFiles(),
        services(bare.services()),
        services(bare.disabled()),
        all(ProjectTable.NETWORKS, resources::network),
        all(ProjectTable.VOLUMES, resources::volume),
        all(ProjectTable.SECRETS, resources::secret),
        all(ProjectTable.CONFIGS, resources::config),
        definition);
  }

  private SortedMap<ServiceName, Service> services(Map<String, Mapping.Entry> entries) {
    var services = new TreeMap<ServiceName, Service>();
    var binder = new ServiceBinder(context, findings);
    entries.forEach((name, entry) -> {
      if (entry.value() instanceof Mapping mapping) {
        services.put(new ServiceName(name), withSettings(name, binder.service(name, mapping)));
      }
    });
    return services;
  }

  /** What is of us alone stands in an extension. */
  private Service withSettings(String name, Service service) {
    Optional<Rerun> rerun =
        written
            .anyService(name)
            .flatMap(entry -> new OwnServiceSettings(findings).rerun(entry.value()));
    return rerun
        .map(policy -> service.withLifecycle(service.lifecycle().withRerun(policy)))
        .orElse(service);
  }

  private <T> SortedMap<String, T> all(
      Attribute<?> section, BiFunction<String, Mapping, T> binder) {
    var bound = new TreeMap<String, T>();
    bare.section(section)
        .forEach((key, entry) -> {
          if (entry.value() instanceof Mapping mapping) {
            bound.put(key, binder.apply(key, mapping));
          }
        });
    return bound;
  }
}
