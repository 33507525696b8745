package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Loads a project: the stages of the load, one after the other. */
public final class Loader {
  private static final ProjectName UNDECIDED = new ProjectName("unnamed");

  private final Sources sources;
  private final Remotes remotes;

  public Loader(Sources sources) {
    this(sources, Remotes.NONE);
  }

  public Loader(Sources sources, Remotes remotes) {
    this.sources = sources;
    this.remotes = remotes;
  }

  /**
   * The project and all that there is to say about its files. A project is handed on even with
   * errors, wherever its name could be decided.
   */
  public Result<Project> load(LoadRequest request) {
    var files = new SourceFiles(sources, remotes, request);
    return distinct(Discovery.find(request, files).then(found -> load(request, found, files)));
  }

  /** What interpolation draws from: the process environment and the env files. */
  public Result<SortedMap<String, String>> environment(LoadRequest request) {
    var files = new SourceFiles(sources, remotes, request);
    return distinct(
        Discovery.find(request, files)
            .then(found ->
                name(request, found, files)
                    .then(name -> Result.of(new TreeMap<>(variables(found, name))))));
  }

  /** The variables that the files refer to, by name. */
  public Result<List<VariableUse>> variables(LoadRequest request) {
    var files = new SourceFiles(sources, remotes, request);
    return distinct(
        Discovery.find(request, files)
            .then(found -> {
              var scope = new Scope(found.directory(), found.variables(), List.of());
              return documents(files, Set.of(Variant.NO_INTERPOLATE))
                  .load(references(found), scope);
            })
            .then(merged -> Result.of(VariableUse.in(merged))));
  }

  private static Result<Project> load(LoadRequest request, Surroundings found, SourceFiles files) {
    Result<ProjectName> name = name(request, found, files);
    Map<String, String> variables = variables(found, name.value().orElse(UNDECIDED));
    Set<Variant> variants = variants(request, variables);
    var scope = new Scope(found.directory(), variables, List.of());
    var setting =
        new Setting(
            name.value().orElse(UNDECIDED).text(),
            found.directory(),
            found.files(),
            found.environmentFiles(),
            variables,
            found.profiles(),
            request.services(),
            variants);
    Result<Project> project =
        documents(files, variants)
            .load(references(found), scope)
            .then(merged ->
                Canonical.project(
                    Settling.environmentResolved(named(merged, setting), variables),
                    setting,
                    files.checkouts(),
                    stack -> ServiceFiles.read(stack, files, variables)));
    var all = new ArrayList<>(name.diagnostics());
    all.addAll(project.diagnostics());
    return new Result<>(name.value().flatMap(decided -> project.value()), all);
  }

  private static Mapping named(Mapping merged, Setting setting) {
    return merged.with("name", Scalar.string(setting.projectName(), Span.of("the project's name")));
  }

  private static Result<ProjectName> name(
      LoadRequest request, Surroundings found, SourceFiles files) {
    return ProjectNames.decide(request, found, files);
  }

  private static Map<String, String> variables(Surroundings found, ProjectName name) {
    var variables = new HashMap<>(found.variables());
    variables.put("COMPOSE_PROJECT_NAME", name.text());
    return variables;
  }

  private static Set<Variant> variants(LoadRequest request, Map<String, String> variables) {
    var variants = EnumSet.noneOf(Variant.class);
    variants.addAll(request.variants());
    if (Truth.of(variables.getOrDefault("COMPOSE_COMPATIBILITY", ""))) {
      variants.add(Variant.COMPATIBILITY);
    }
    return variants;
  }

  private static Documents documents(SourceFiles files, Set<Variant> variants) {
    return new Documents(files, variants);
  }

  private static List<FileReference> references(Surroundings found) {
    return found.files().stream().map(file -> new FileReference(file, Optional.empty())).toList();
  }

  /** A file that is read on several ways says things once, and a variable is missed once. */
  private static <T> Result<T> distinct(Result<T> result) {
    var seen = new HashSet<Object>();
    List<Diagnostic> once =
        result.diagnostics().stream()
            .filter(d -> seen.add(d.code() == Code.UNSET_VARIABLE ? d.message() : d))
            .toList();
    return new Result<>(result.value(), once);
  }
}
