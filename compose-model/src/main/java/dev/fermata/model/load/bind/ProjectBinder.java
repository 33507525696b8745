package dev.fermata.model.load.bind;

import dev.fermata.model.Definition;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.canonical.Extensions;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** Makes the typed project of a canonical document. */
public final class ProjectBinder {
  private final ProjectContext context;

  private ProjectBinder(ProjectContext context) {
    this.context = context;
  }

  /** Only a document without errors can be bound. */
  public static Result<Project> bind(ProjectDocument canonical, ProjectContext context) {
    var binder = new ProjectBinder(context);
    Project project =
        binder.project(
            new Definition<>(canonical.document(), binder::contents),
            binder.services(canonical.disabled()));
    return Result.of(project, PassedOver.in(canonical));
  }

  /** A project of which only the text is of interest: its variables are not filled in. */
  public static Result<Project> unbound(Mapping document, ProjectContext context) {
    var binder = new ProjectBinder(context);
    return Result.of(
        binder.project(
            new Definition<>(document, tree -> binder.contents(Mapping.empty(tree.span()))),
            new TreeMap<>()));
  }

  private Project project(
      Definition<Project.Contents> definition, SortedMap<ServiceName, Service> disabled) {
    return new Project(
        context.workingDirectory(),
        context.composeFiles(),
        context.environmentFiles(),
        definition,
        disabled);
  }

  private Project.Contents contents(Mapping document) {
    Mapping bare = Extensions.without(document);
    var resources = new SectionBinder(context);
    return new Project.Contents(
        new ProjectName(context.projectName()),
        services(document.entriesOf(ProjectTable.SERVICES.name())),
        all(bare, ProjectTable.NETWORKS, resources::network),
        all(bare, ProjectTable.VOLUMES, resources::volume),
        all(bare, ProjectTable.SECRETS, resources::secret),
        all(bare, ProjectTable.CONFIGS, resources::config),
        all(bare, ProjectTable.MODELS, ProgramsBinder::model));
  }

  private SortedMap<ServiceName, Service> services(Map<String, Mapping.Entry> entries) {
    var services = new TreeMap<ServiceName, Service>();
    var binder = new ServiceBinder(context);
    entries.forEach((name, entry) -> {
      if (entry.value() instanceof Mapping mapping) {
        services.put(new ServiceName(name), binder.service(name, mapping));
      }
    });
    return services;
  }

  private static <T> SortedMap<String, T> all(
      Mapping document, Attribute<?> section, BiFunction<String, Mapping, T> binder) {
    var bound = new TreeMap<String, T>();
    document
        .entriesOf(section.name())
        .forEach((key, entry) -> {
          if (entry.value() instanceof Mapping mapping) {
            bound.put(key, binder.apply(key, mapping));
          }
        });
    return bound;
  }
}
