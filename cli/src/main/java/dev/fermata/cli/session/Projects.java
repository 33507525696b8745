package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.diagnostic.Severity;
import dev.fermata.model.load.LoadReport;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.Loader;
import dev.fermata.model.load.interpolate.VariableUse;
import dev.fermata.model.load.publish.Publication;
import dev.fermata.model.load.remote.Remotes;
import dev.fermata.model.report.DiagnosticText;
import dev.fermata.model.tree.Assignment;
import dev.fermata.planner.isolate.CopyPorts.Ported;
import dev.fermata.planner.request.Target;
import dev.fermata.sources.FileSources;
import dev.fermata.sources.StandardInput;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;

/** Loads the project that a session is about, and says what there is to say about its files. */
public final class Projects {
  private static final String PROJECT_NAME = "COMPOSE_PROJECT_NAME";

  /** What `config` shows with a warning, and what no container can be made of. */
  private static final Set<Code> HINDRANCES =
      Set.of(
          Code.UNMAPPED_ATTRIBUTE,
          Code.REQUIRED_VARIABLE,
          Code.MISSING_ATTRIBUTE,
          Code.CONFLICTING_ATTRIBUTES);

  private static final Set<Variant> EVERYTHING =
      EnumSet.of(Variant.ALL_RESOURCES, Variant.ALL_JOBS);

  private final Session session;

  public Projects(Session session) {
    this.session = session;
  }

  /** For a command that only looks: warnings stay warnings. */
  public Project read(List<String> services, Set<Variant> variants) {
    return withPorts(checked(load(services, variants)));
  }

  /**
   * For a command that makes containers: what we would leave out, or could not give them, is an
   * error. What is for another command is not spoken of.
   */
  public Project change(List<String> services, Set<Variant> variants) {
    return withPorts(change(services, variants, HINDRANCES));
  }

  /** The same for one that brings services up: without any there is nothing to do. */
  public Project bringUp(List<String> services) {
    Project project = change(services, Set.of(Variant.WITH_SHARERS));
    if (project.services().isEmpty() && !session.globals().model().allResources()) {
      throw NothingToBringUp.of(project);
    }
    DeclaredJobs jobs = DeclaredJobs.of(project);
    jobs.requireNoneScheduled();
    jobs.warn(session);
    return project;
  }

  /** All of it, whatever profiles and uses say. */
  public Project whole() {
    LoadRequest request = request(List.of(), EVERYTHING).withProfiles("*");
    return checked(loader().load(request));
  }

  /** The files of a project that can be loaded, as they are published. */
  public Publication publication() {
    return checked(loader().publication(request(List.of(), Set.of())));
  }

  /** For a command that makes images: what containers alone lack does not matter yet. */
  public Project build(List<String> services) {
    return change(services, Set.of(), Set.of());
  }

  /** For a command that moves images: of no matter is what containers alone need. */
  public Project images(List<String> services) {
    return change(services, Set.of(Variant.NO_ENVIRONMENT_RESOLUTION), Set.of());
  }

  private Project change(List<String> services, Set<Variant> variants, Set<Code> hindrances) {
    Result<Project> loaded = load(services, variants);
    return checked(
        new Result<>(
            loaded.value(),
            loaded.diagnostics().stream()
                .map(diagnostic -> weighed(diagnostic, hindrances))
                .toList()));
  }

  /**
   * For a command that needs labels alone. With a name given the files are not even read; files
   * that cannot be loaded still tell the name.
   */
  public Target target() {
    GlobalOptions globals = session.globals();
    if (globals.projectName().isPresent() && globals.files().isEmpty()) {
      return Target.named(copied(valid(globals.projectName().get())));
    }
    Result<Project> loaded = load(List.of(), Set.of());
    if (!loaded.hasErrors() && loaded.value().isPresent()) {
      return Target.of(loaded.value().get());
    }
    ProjectName name = given().orElseGet(() -> nameDespite(loaded));
    if (hasFiles(loaded)) {
      session
          .err()
          .println(
              "warning: the files have mistakes, which `config` shows; what belongs to "
                  + name
                  + " is told by labels alone");
    }
    return Target.named(name);
  }

  /**
   * The same for a command that only looks, at services that are named or at all: where the call
   * itself gives the project's name, and no service has to be known, nothing is read.
   */
  public Target seen(List<String> services) {
    Optional<ProjectName> given = given();
    return services.isEmpty() && given.isPresent() ? Target.named(given.get()) : target();
  }

  private static boolean hasFiles(Result<Project> loaded) {
    return loaded.diagnostics().stream().noneMatch(d -> d.code() == Code.NO_COMPOSE_FILE);
  }

  /** The name that the call itself gives: no file can say otherwise. */
  private Optional<ProjectName> given() {
    return session
        .globals()
        .projectName()
        .or(() -> session.invocation().variable(PROJECT_NAME))
        .map(Projects::valid)
        .map(this::copied);
  }

  private ProjectName copied(ProjectName name) {
    return session.globals().model().copy().map(copy -> copy.name(name)).orElse(name);
  }

  /** Mistakes of compose files leave the name as it is; those of env files may have hidden it. */
  private ProjectName nameDespite(Result<Project> loaded) {
    Result<Map<String, Assignment>> settings = settings();
    if (settings.hasErrors()) {
      throw EarlyEnd.rejected(settings.diagnostics());
    }
    return loaded
        .value()
        .map(Project::name)
        .or(() ->
            settings
                .value()
                .map(all -> all.get(PROJECT_NAME))
                .map(Assignment::value)
                .filter(ProjectName::isValid)
                .map(ProjectName::new)
                .map(this::copied))
        .orElseThrow(() -> EarlyEnd.rejected(loaded.diagnostics()));
  }

  private static ProjectName valid(String text) {
    if (!ProjectName.isValid(text)) {
      throw new Misuse(
          "`"
              + text
              + "` is no project name: it has small letters, digits, `-` and `_`, and starts with"
              + " a letter or a digit");
    }
    return new ProjectName(text);
  }

  /** For a command that is about the files themselves: whatever there is to say is its business. */
  public LoadReport look(Set<Variant> variants) {
    return loader().read(request(List.of(), variants));
  }

  /** What interpolation draws from, by name. */
  public SortedMap<String, String> environment() {
    return checked(loader().environment(request(List.of(), Set.of())));
  }

  /**
   * What a file of variables sets, by its path from here; {@code outer} is what it may refer to.
   */
  public Map<String, String> variablesOf(String file, Map<String, String> outer) {
    return checked(loader().variablesOf(request(List.of(), Set.of(), ""), file, outer));
  }

  /** The same; the process's own alone where the project cannot be found. */
  public Map<String, String> environmentOrElse(Map<String, String> process) {
    return loader()
        .environment(request(List.of(), Set.of()))
        .value()
        .<Map<String, String>>map(found -> found)
        .orElse(process);
  }

  /**
   * What the environment and the env files say to Compose itself; errors are those of env files.
   */
  public Result<Map<String, Assignment>> settings() {
    return loader().settings(request(List.of(), Set.of(), ""));
  }

  /** The variables that the files refer to, by name. */
  public List<VariableUse> variables() {
    return checked(loader().variables(request(List.of(), Set.of())));
  }

  public Result<Project> load(List<String> services, Set<Variant> variants) {
    Result<Project> loaded = loader().load(request(services, variants));
    ModelChanges changes = session.globals().model();
    return changes.copy().isEmpty() && changes.publishAddress().isEmpty()
        ? loaded
        : new Result<>(loaded.value().map(it -> changes.of(it, variants)), loaded.diagnostics());
  }

  /** A copy with the ports that it gets, as far as the engine tells; any other project as it is. */
  public Project withPorts(Project project) {
    Optional<ProjectCopy> copy = session.globals().model().copy();
    if (copy.isEmpty()) {
      return project;
    }
    Ported ported = new FreePorts(session).of(project);
    ported.notes().forEach(note -> session.err().println("note: " + note));
    return ported.project();
  }

  private Loader loader() {
    Remotes remotes = session.globals().remote().remotes(session.invocation());
    return new Loader(new FileSources(), remotes);
  }

  private LoadRequest request(List<String> services, Set<Variant> variants) {
    Invocation call = session.invocation();
    String input = StandardInput.read(session.globals().files(), call.environment(), call.in());
    return request(services, variants, input);
  }

  private LoadRequest request(List<String> services, Set<Variant> variants, String input) {
    LoadRequest asked = asked(services, variants, input);
    Optional<ProjectCopy> copy = session.globals().model().copy();
    return copy.isEmpty()
        ? asked
        : loader().nameOf(asked).map(copy.get()::name).map(asked::named).orElse(asked);
  }

  private LoadRequest asked(List<String> services, Set<Variant> variants, String input) {
    GlobalOptions globals = session.globals();
    return new LoadRequest(
        session.invocation().directory().toString(),
        globals.files(),
        globals.projectName(),
        globals.projectDirectory(),
        globals.profiles(),
        globals.envFiles(),
        services,
        session.invocation().environment(),
        with(variants, session),
        input);
  }

  /**
   * As Docker Compose, which fetches unasked, it takes the name of a remote project for consent.
   */
  private static Set<Variant> with(Collection<Variant> variants, Session session) {
    GlobalOptions globals = session.globals();
    var all = EnumSet.noneOf(Variant.class);
    all.addAll(variants);
    all.addAll(globals.model().variants());
    if (globals.remote().allowed()) {
      all.add(Variant.ALLOW_REMOTE);
    }
    if (session.isCalledCompose()) {
      all.add(Variant.TRUST_NAMED_REMOTE);
    }
    return all;
  }

  private <T> T checked(Result<T> loaded) {
    T sound = EarlyEnd.requireSound(loaded);
    warn(loaded.diagnostics());
    return sound;
  }

  private void warn(List<Diagnostic> diagnostics) {
    var text = new DiagnosticText(session.errColours());
    diagnostics.forEach(diagnostic -> session.err().print(text.of(diagnostic)));
  }

  private static Diagnostic weighed(Diagnostic diagnostic, Set<Code> hindrances) {
    if (!hindrances.contains(diagnostic.code())) {
      return diagnostic;
    }
    return new Diagnostic(
        diagnostic.code(),
        Severity.ERROR,
        diagnostic.span(),
        diagnostic.message(),
        diagnostic.hint(),
        diagnostic.related());
  }
}
