package dev.fermata.model.load;

import dev.fermata.model.Naming;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.bind.ProjectContext;
import dev.fermata.model.load.compose.DocumentContext;
import dev.fermata.model.load.compose.DocumentSteps;
import dev.fermata.model.load.compose.Documents;
import dev.fermata.model.load.env.EnvFiles;
import dev.fermata.model.load.file.Caller;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.file.Sources;
import dev.fermata.model.load.interpolate.VariableUse;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.normalise.EnvironmentResolution;
import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.load.publish.Publishing;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.load.remote.FetchPolicy;
import dev.fermata.model.load.remote.Remotes;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.BooleanText;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Loads a project: the stages of the load, one after the other. */
public final class Loader {
  private static final Assignment UNDECIDED =
      Assignment.of("unnamed", Span.of("the project's name"));

  /** A project, which may be one without a name. */
  private record Loaded(Optional<Assignment> name, Optional<Project> project) {
    Optional<Project> named() {
      return name.flatMap(sure -> project);
    }
  }

  /** What a project is loaded from: its name, and its documents laid over each other. */
  private record Written(
      Result<Assignment> name,
      Documents documents,
      BiFunction<Documents, DocumentContext, Result<Mapping>> laid) {

    Result<Mapping> merged(DocumentContext scope) {
      return laid.apply(documents, scope);
    }
  }

  private static final Set<Code> UNDEFINED =
      EnumSet.of(
          Code.UNDEFINED_SERVICE,
          Code.UNDEFINED_NETWORK,
          Code.UNDEFINED_VOLUME,
          Code.UNDEFINED_SECRET,
          Code.UNDEFINED_CONFIG,
          Code.UNDEFINED_MODEL);

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
    Result<Loaded> loaded = load(request, files(request));
    return new Result<>(loaded.value().flatMap(Loaded::named), loaded.diagnostics());
  }

  /**
   * The project of a document that was made in code, in the place of files; of the request, the
   * directory, the environment, profiles, services and variants count. What stands in the document
   * is meant as it stands: no variables are filled in.
   */
  public Result<Project> load(Mapping document, LoadRequest request) {
    var files = files(request);
    var written =
        new Written(
            ProjectNames.of(document),
            new Documents(files, DocumentSteps.USUAL),
            (documents, scope) -> documents.made(document, scope));
    Result<Loaded> loaded =
        FinalDiagnostics.of(load(request, LoadContext.withoutFiles(request), files, written));
    return new Result<>(loaded.value().flatMap(Loaded::named), loaded.diagnostics());
  }

  /** The same, for who wants to look at the files themselves as well, whatever the name is. */
  public LoadReport read(LoadRequest request) {
    var files = files(request);
    Result<Loaded> loaded = load(request, files);
    return new LoadReport(
        new Result<>(loaded.value().flatMap(Loaded::project), loaded.diagnostics()),
        files.documents());
  }

  private SourceFiles files(LoadRequest request) {
    var consent =
        request.variants().contains(Variant.ALLOW_REMOTE)
            ? FetchPolicy.Consent.GIVEN
            : FetchPolicy.Consent.NOT_GIVEN;
    var checkouts =
        new Checkouts(
            remotes,
            new FetchPolicy(consent, request.environment(), trusted(request)),
            path -> sources.read(path).isFile(),
            request.currentDirectory());
    return new SourceFiles(
        sources,
        checkouts,
        new Caller(request.currentDirectory(), request.environment(), request.standardInput()));
  }

  /** What an env file or a compose file names is not the user's word. */
  private static Set<String> trusted(LoadRequest request) {
    return request.variants().contains(Variant.TRUST_NAMED_REMOTE)
        ? Set.copyOf(request.files())
        : Set.of();
  }

  private static Result<Loaded> load(LoadRequest request, SourceFiles files) {
    return FinalDiagnostics.of(
        Discovery.find(request, files).then(found -> load(request, found, files)));
  }

  /** The project's name, where it can be told. */
  public Optional<ProjectName> nameOf(LoadRequest request) {
    var files = files(request);
    return Discovery.find(request, files)
        .then(found -> name(request, found, files))
        .value()
        .map(name -> new ProjectName(name.value()));
  }

  /** What interpolation draws from: the process environment and the env files. */
  public Result<SortedMap<String, String>> environment(LoadRequest request) {
    var files = files(request);
    return FinalDiagnostics.of(
        Discovery.find(request, files)
            .then(found -> seen(request, found, files))
            .then(seen -> Result.of(new TreeMap<>(seen.values()))));
  }

  private static Result<Variables> seen(LoadRequest request, LoadContext found, SourceFiles files) {
    Result<Assignment> name = name(request, found, files);
    Variables all = name.value().map(sure -> variables(found, sure)).orElse(found.variables());
    return Result.of(all, name.diagnostics());
  }

  /**
   * What the environment and the env files say to Compose itself, and the errors of the env files.
   * Nothing is fetched for that, and no compose file is looked at.
   */
  public Result<Map<String, Assignment>> settings(LoadRequest request) {
    var files = files(request);
    return FinalDiagnostics.of(
        Discovery.settings(request, files)
            .then(found -> Result.of(found.startingWith("COMPOSE_").assignments())));
  }

  /** What one file of variables sets, which may refer to {@code outer}. */
  public Result<SortedMap<String, String>> variablesOf(
      LoadRequest request, String file, Map<String, String> outer) {
    var files = files(request);
    String path = SlashPath.join(request.currentDirectory(), file);
    var reference = FileReference.given(path);
    return FinalDiagnostics.of(
        new EnvFiles(files)
            .readAll(List.of(reference), Variables.from("the environment", outer))
            .then(read -> Result.of(new TreeMap<>(read.values()))));
  }

  /** The variables that the files refer to, by name. */
  public Result<List<VariableUse>> variables(LoadRequest request) {
    var files = files(request);
    return FinalDiagnostics.of(
        Discovery.find(request, files)
            .then(found -> {
              var scope = new DocumentContext(found.directory(), found.variables(), List.of());
              return new Documents(files, DocumentSteps.UNINTERPOLATED)
                  .load(references(request, found), scope);
            })
            .then(merged -> Result.of(VariableUse.in(merged))));
  }

  /** The files of a project that can be loaded, as they are published. */
  public Result<Publication> publication(LoadRequest request) {
    var files = files(request);
    return FinalDiagnostics.of(
        Discovery.find(request, files)
            .then(found ->
                seen(request, found, files)
                    .then(known ->
                        Publishing.of(
                            references(request, found), found.directory(), known, files))));
  }

  private static Result<Loaded> load(LoadRequest request, LoadContext found, SourceFiles files) {
    var written =
        new Written(
            name(request, found, files),
            new Documents(files, steps(request)),
            (documents, scope) -> documents.load(references(request, found), scope));
    return load(request, found, files, written);
  }

  private static Result<Loaded> load(
      LoadRequest request, LoadContext found, SourceFiles files, Written written) {
    Assignment decided = written.name().value().orElse(UNDECIDED);
    Variables variables = variables(found, decided);
    Set<Variant> variants = variants(request, variables);
    var context =
        new ProjectContext(
            decided.value(),
            found.directory(),
            found.files(),
            found.environmentFiles(),
            variables,
            variants.contains(Variant.COMPATIBILITY) ? Naming.UNDERSCORES : Naming.DASHES);
    var selected = new ProjectStages.Selected(request.services(), found.profiles());
    var stages = new ProjectStages(variants, context, selected, files);
    boolean asWritten =
        variants.contains(Variant.NO_INTERPOLATE) && variants.contains(Variant.NO_NORMALIZE);
    var scope = new DocumentContext(found.directory(), variables, List.of());
    Result<Project> project =
        withinBounds(written.merged(scope))
            .then(merged -> {
              Mapping whole = asWritten ? merged : named(merged, decided, found);
              return written.documents().areComplete()
                  ? stages.project(whole)
                  : sure(stages.project(whole));
            });
    var all = new ArrayList<>(written.name().diagnostics());
    all.addAll(project.diagnostics());
    return Result.of(new Loaded(written.name().value(), project.value()), all);
  }

  /** What is undefined may well stand in the file that could not be read. */
  private static <T> Result<T> sure(Result<T> result) {
    Stream<Diagnostic> sure =
        result.diagnostics().stream().filter(found -> !UNDEFINED.contains(found.code()));
    return new Result<>(result.value(), sure.toList());
  }

  /** A name that stands in the file last read keeps what is known of it. */
  private static Mapping named(Mapping merged, Assignment name, LoadContext found) {
    if (found.variables().assignment(ProjectNames.VARIABLE).filter(name::equals).isPresent()) {
      Scalar bare = Scalar.nothing(name.span());
      return ProjectTable.NAME.setIn(
          merged, EnvironmentResolution.drawn(ProjectNames.VARIABLE, name, bare));
    }
    Node named =
        ProjectTable.NAME.nodeIn(merged).orElse(null) instanceof Scalar own
                && own.span().equals(name.span())
            ? own.withText(Scalar.Kind.STRING, name.value())
            : Scalar.string(name.value(), name.span());
    return ProjectTable.NAME.setIn(merged, named);
  }

  private static Result<Assignment> name(
      LoadRequest request, LoadContext found, SourceFiles files) {
    return ProjectNames.decide(request, found, files, steps(request));
  }

  private static Variables variables(LoadContext found, Assignment name) {
    return found.variables().with(ProjectNames.VARIABLE, name);
  }

  private static Set<Variant> variants(LoadRequest request, Variables variables) {
    var variants = EnumSet.noneOf(Variant.class);
    variants.addAll(request.variants());
    if (BooleanText.of(variables.valueOr("COMPOSE_COMPATIBILITY", ""))) {
      variants.add(Variant.COMPATIBILITY);
    }
    return variants;
  }

  private static DocumentSteps steps(LoadRequest request) {
    return request.variants().contains(Variant.NO_INTERPOLATE)
        ? DocumentSteps.UNINTERPOLATED
        : DocumentSteps.USUAL;
  }

  private static List<FileReference> references(LoadRequest request, LoadContext found) {
    Optional<Span> named =
        request.files().isEmpty() ? found.place("COMPOSE_FILE") : Optional.empty();
    return found.files().stream()
        .map(file ->
            named
                .map(place -> new FileReference(file, found.quote("COMPOSE_FILE").as(file), named))
                .orElseGet(() -> FileReference.given(file)))
        .toList();
  }

  /** What is beyond a bound is not looked at further: that is what the bound is for. */
  static <T> Result<T> withinBounds(Result<T> result) {
    boolean beyond = result.diagnostics().stream().anyMatch(d -> d.code() == Code.TOO_LARGE);
    return beyond ? Result.failed(result.diagnostics()) : result;
  }
}
