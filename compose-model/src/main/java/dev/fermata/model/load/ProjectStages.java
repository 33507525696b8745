package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.bind.ProjectBinder;
import dev.fermata.model.load.bind.ProjectContext;
import dev.fermata.model.load.check.Consistency;
import dev.fermata.model.load.check.CreationRules;
import dev.fermata.model.load.check.DependencyRules;
import dev.fermata.model.load.check.GrantRules;
import dev.fermata.model.load.check.IneffectiveAttributes;
import dev.fermata.model.load.check.SectionRules;
import dev.fermata.model.load.env.ServiceFiles;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.normalise.Defaults;
import dev.fermata.model.load.normalise.EnvironmentResolution;
import dev.fermata.model.load.normalise.Normalisation;
import dev.fermata.model.load.normalise.PathResolution;
import dev.fermata.model.load.select.JobRuns;
import dev.fermata.model.load.select.Profiles;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.load.select.Pruning;
import dev.fermata.model.load.select.Selection;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * The stages from the merged document to the project. A variant of the load is another list of
 * them: what the user does without is not in it.
 */
final class ProjectStages {
  private interface Stage<T> extends Function<T, Result<T>> {}

  private final Set<Variant> variants;
  private final ProjectContext context;
  private final List<String> services;
  private final List<String> profiles;
  private final SourceFiles files;

  ProjectStages(
      Set<Variant> variants, ProjectContext context, Selected selected, SourceFiles files) {
    this.variants = variants;
    this.context = context;
    this.services = selected.services();
    this.profiles = selected.profiles();
    this.files = files;
  }

  /** What the user chose of the project, by name. */
  record Selected(List<String> services, List<String> profiles) {}

  Result<Project> project(Mapping merged) {
    Result<Mapping> document = through(ofDocument(), merged);
    if (has(Variant.NO_INTERPOLATE)) {
      return document.then(whole -> ProjectBinder.unbound(whole, context));
    }
    return document
        .then(whole -> through(ofSelection(), Profiles.split(whole, profiles)))
        .then(this::bound);
  }

  private static <T> Result<T> through(List<Stage<T>> stages, T first) {
    Result<T> done = Result.of(first);
    for (Stage<T> stage : stages) {
      done = done.then(stage);
    }
    return done;
  }

  private boolean has(Variant variant) {
    return variants.contains(variant);
  }

  private List<Stage<Mapping>> ofDocument() {
    var stages = new ArrayList<Stage<Mapping>>();
    if (!has(Variant.NO_ENVIRONMENT_RESOLUTION)) {
      stages.add(
          document -> Result.of(EnvironmentResolution.resolve(document, context.environment())));
    }
    stages.add(document -> Result.of(document, IneffectiveAttributes.in(document)));
    stages.add(document -> Result.of(Defaults.fill(document)));
    stages.add(SectionRules::check);
    stages.add(has(Variant.NO_PATH_RESOLUTION) ? this::pathsChecked : this::pathsResolved);
    if (!has(Variant.NO_NORMALIZE)) {
      stages.add(document -> Result.of(normalised(document)));
    }
    if (!has(Variant.NO_INTERPOLATE)) {
      stages.add(Schema::canonical);
    }
    return stages;
  }

  private List<Stage<ProjectDocument>> ofSelection() {
    var stages = new ArrayList<Stage<ProjectDocument>>();
    if (!has(Variant.NO_CONSISTENCY)) {
      stages.add(whole -> Result.of(whole, Consistency.check(whole, profiles)));
    }
    if (has(Variant.RUNS_JOBS)) {
      stages.add(whole -> JobRuns.of(whole, services));
    }
    if (!services.isEmpty()) {
      stages.add(selection());
    } else if (!has(Variant.ALL_JOBS)) {
      stages.add(whole -> Result.of(Profiles.activeJobs(whole, profiles)));
    }
    if (!has(Variant.NO_CONSISTENCY)) {
      stages.add(whole -> Result.of(whole, CreationRules.check(whole)));
    }
    if (!has(Variant.ALL_RESOURCES)) {
      stages.add(whole -> Result.of(Pruning.prune(whole)));
    }
    stages.add(whole ->
        Loader.withinBounds(
            ServiceFiles.read(
                whole, files, context.workingDirectory(), context.environment(), filesRead())));
    return stages;
  }

  private Stage<ProjectDocument> selection() {
    var selection = new Selection(services, profiles);
    if (has(Variant.NO_DEPENDENCIES)) {
      return selection::alone;
    }
    Selection wide = has(Variant.WITH_SHARERS) ? selection.withSharers() : selection;
    return has(Variant.NO_CONSISTENCY)
        ? whole -> wide.withDependencies(whole, (name, active) -> List.<Diagnostic>of())
        : whole -> wide.withDependencies(whole, DependencyRules::check);
  }

  private Set<ServiceFiles.Kind> filesRead() {
    return has(Variant.NO_ENVIRONMENT_RESOLUTION)
        ? EnumSet.of(ServiceFiles.Kind.LABELS)
        : EnumSet.allOf(ServiceFiles.Kind.class);
  }

  private Result<Mapping> pathsResolved(Mapping document) {
    return PathResolution.resolve(
        document, context.workingDirectory(), context.environment(), files.checkouts());
  }

  /** Where paths lead is looked at even where they stay as they are. */
  private Result<Mapping> pathsChecked(Mapping document) {
    return Result.of(document, pathsResolved(document).diagnostics());
  }

  /** Who leaves variables as they stand does so with a bare name, too. */
  private Mapping normalised(Mapping document) {
    Variables variables = has(Variant.NO_INTERPOLATE) ? Variables.NONE : context.environment();
    return Normalisation.normalise(document, context.projectName(), variables);
  }

  private Result<Project> bound(ProjectDocument whole) {
    return ProjectBinder.bind(whole, context)
        .then(project ->
            Result.of(
                project, GrantRules.in(whole, context.environment(), project.workingDirectory())));
  }
}
