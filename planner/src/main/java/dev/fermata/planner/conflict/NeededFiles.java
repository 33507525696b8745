package dev.fermata.planner.conflict;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.Config;
import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Project;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.SeccompText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.spec.Grants;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/**
 * The files that a service cannot do without: of its secrets and configs, which the engine mounts,
 * and of its build and its profiles, which are read here.
 */
public record NeededFiles(Project project, Service service) {

  /** A file or folder, and what to say where it is missing. */
  public record Needed(String path, Problem problem) {}

  public List<Needed> mounted() {
    return granted((grant, source) -> !Grants.isWritten(service, grant, source));
  }

  /** The files of secrets and configs that are read here, to be written into containers. */
  public List<Needed> written() {
    return granted((grant, source) -> Grants.isWritten(service, grant, source));
  }

  private List<Needed> granted(BiPredicate<FileGrant, FileSource> meant) {
    Stream<Needed> secrets =
        service.storage().secrets().stream()
            .flatMap(grant ->
                Optional.ofNullable(project.secrets().get(grant.source()))
                    .map(Secret::source)
                    .filter(source -> meant.test(grant, source))
                    .stream()
                    .flatMap(source -> granted("secret", grant, source)));
    Stream<Needed> configs =
        service.storage().configs().stream()
            .flatMap(grant ->
                Optional.ofNullable(project.configs().get(grant.source()))
                    .map(Config::source)
                    .filter(source -> meant.test(grant, source))
                    .stream()
                    .flatMap(source -> granted("config", grant, source)));
    return Stream.concat(secrets, configs).toList();
  }

  private Stream<Needed> granted(String kind, FileGrant grant, FileSource source) {
    if (!(source instanceof FileSource.HostFile(String path))) {
      return Stream.empty();
    }
    Mapping tree = project.definition().tree();
    String shown = SourceSpans.quote(tree, kind + "s", grant.source(), "file").as(path).masked();
    String message =
        "%s `%s` has no file: `%s` does not exist, and service `%s` needs it"
            .formatted(kind, grant.source(), shown, service.name());
    var problem = new Problem(message, "create it", SourceSpans.of(service, kind + "s"));
    return Stream.of(new Needed(path, problem));
  }

  /** The context before what is in it; none where both come from elsewhere. */
  public List<Needed> built() {
    Optional<Build.Source> source = service.build().map(Build::source);
    if (source.isEmpty() || !(source.get().context() instanceof BuildContext.Folder folder)) {
      return List.of();
    }
    List<Needed> needed = new ArrayList<>();
    Quote context = SourceSpans.quote(service.definition().tree(), "build", "context");
    Quote dockerfile = SourceSpans.quote(service.definition().tree(), "build", "dockerfile");
    needed.add(part("build context", folder.path(), context, "context"));
    source
        .get()
        .dockerfilePath()
        .map(
            path -> part("Dockerfile", path, Quote.madeOf(path, context, dockerfile), "dockerfile"))
        .ifPresent(needed::add);
    return needed;
  }

  private Needed part(String what, String path, Quote written, String attribute) {
    String message =
        "the %s of service `%s` does not exist: `%s`"
            .formatted(what, service.name(), written.as(path).masked());
    List<List<Span>> places =
        List.of(SourceSpans.of(service, "build", attribute), SourceSpans.of(service, "build"));
    return new Needed(
        path,
        new Problem(
            message,
            "create it, or correct `" + attribute + "`",
            places.stream().filter(it -> !it.isEmpty()).findFirst().orElse(List.of())));
  }

  /** Those of seccomp, which are read here. */
  public List<Needed> profiles() {
    return service.security().options().stream()
        .flatMap(option -> SeccompText.profile(option).stream())
        .map(path -> path.startsWith("/") ? path : project.workingDirectory() + "/" + path)
        .map(path ->
            new Needed(
                path,
                new Problem(
                    "the seccomp profile of service `%s` does not exist: `%s`"
                        .formatted(service.name(), path),
                    "create it, or correct `security_opt`",
                    SourceSpans.of(service, "security_opt"))))
        .toList();
  }

  public List<Problem> unreadable(Set<String> missing) {
    List<Needed> read = new ArrayList<>(profiles());
    read.addAll(written());
    return problems(read, missing);
  }

  /** All that is missing of what is mounted. */
  public List<Problem> unmountable(Set<String> missing) {
    return problems(mounted(), missing);
  }

  private static List<Problem> problems(List<Needed> needed, Set<String> missing) {
    return needed.stream()
        .filter(it -> missing.contains(it.path()))
        .map(Needed::problem)
        .distinct()
        .toList();
  }

  /** What a build lacks first. */
  public Optional<Problem> unbuildable(Set<String> missing) {
    return built().stream()
        .filter(it -> missing.contains(it.path()))
        .map(Needed::problem)
        .findFirst();
  }
}
