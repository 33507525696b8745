package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out what to load: which compose files, which env files, from which directory. Flags win
 * over the process environment, and that over env files, which may set {@code COMPOSE_FILE} and the
 * like themselves.
 */
final class Discovery {
  static final List<String> NAMES =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");
  private static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private static final String DISABLE_ENV_FILE = "COMPOSE_DISABLE_ENV_FILE";

  private final LoadRequest request;
  private final SourceFiles sources;
  private final EnvFiles envFiles;
  private Variables variables;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Discovery(LoadRequest request, SourceFiles sources) {
    this.request = request;
    this.sources = sources;
    this.envFiles = new EnvFiles(sources);
    this.variables =
        Variables.from("the environment", request.environment())
            .above(
                Variables.from("the current directory", Map.of("PWD", request.currentDirectory())));
  }

  static Result<Surroundings> find(LoadRequest request, SourceFiles sources) {
    return new Discovery(request, sources).find();
  }

  /** What the env files set under the process environment; nothing is fetched for that. */
  static Variables settings(LoadRequest request, SourceFiles sources) {
    var discovery = new Discovery(request, sources);
    discovery.files();
    return discovery.variables;
  }

  private Result<Surroundings> find() {
    if (!Truth.isOne(disabled())) {
      diagnostics.add(neitherTrueNorFalse(disabled()));
    }
    List<String> files = files();
    String directory = directory(files);
    if (files.isEmpty()) {
      diagnostics.add(nothingFound(directory));
      return Result.failed(diagnostics);
    }
    List<String> here = fetched(files);
    if (here.size() < files.size()) {
      return Result.failed(diagnostics);
    }
    return Result.of(
        new Surroundings(
            remoteDirectory(files, here).orElse(directory),
            directory,
            here,
            explicitEnvFiles(),
            variables,
            profiles()),
        diagnostics);
  }

  /** The compose files; an env file may name them, and others may lie beside these. */
  private List<String> files() {
    List<String> given = request.files().stream().map(this::fromHere).toList();
    String first = directory(given);
    readEnvFiles(first);
    List<String> files = given.isEmpty() ? namedOrFound(first) : given;
    if (!files.isEmpty()) {
      readEnvFiles(directory(files));
    }
    return files;
  }

  /** Those that lie elsewhere as their local copies; one that cannot be had is left out. */
  private List<String> fetched(List<String> files) {
    var here = new ArrayList<String>();
    for (String file : files) {
      Result<String> found =
          Checkouts.isAddress(file)
              ? sources.checkouts().fetch(file, Optional.empty())
              : Result.of(file);
      found.value().ifPresent(here::add);
      diagnostics.addAll(found.diagnostics());
    }
    return here;
  }

  /**
   * The directory of a remote project is its own, as in Docker Compose: of several that of the
   * last, wherever local files stand among them. Its name and {@code .env} are found as without it.
   */
  private Optional<String> remoteDirectory(List<String> files, List<String> here) {
    if (request.projectDirectory().isPresent()) {
      return Optional.empty();
    }
    for (int i = files.size() - 1; i >= 0; i--) {
      if (!files.get(i).equals(here.get(i))) {
        return Optional.of(SourceFiles.directoryOf(here.get(i)));
      }
    }
    return Optional.empty();
  }

  private String fromHere(String path) {
    return path.equals(SourceFiles.STANDARD_INPUT) || Checkouts.isAddress(path)
        ? path
        : sources.absolute(request.currentDirectory(), path);
  }

  private String directory(List<String> files) {
    return request
        .projectDirectory()
        .map(this::fromHere)
        .or(() ->
            files.stream()
                .filter(path -> path.startsWith("/"))
                .findFirst()
                .map(SourceFiles::directoryOf))
        .orElse(request.currentDirectory());
  }

  private List<String> namedOrFound(String directory) {
    List<String> named = named("COMPOSE_FILE", separator());
    return named.isEmpty() ? search(directory) : named.stream().map(this::fromHere).toList();
  }

  private String separator() {
    String separator = variables.valueOr("COMPOSE_PATH_SEPARATOR", "");
    return separator.isEmpty() ? ":" : separator;
  }

  private List<String> search(String start) {
    for (String directory = start; ; directory = SourceFiles.directoryOf(directory)) {
      Optional<String> found = pick(directory, NAMES);
      if (found.isPresent()) {
        var files = new ArrayList<>(List.of(found.get()));
        pick(directory, OVERRIDES).ifPresent(files::add);
        return files;
      }
      if (directory.equals("/")) {
        return List.of();
      }
    }
  }

  private Optional<String> pick(String directory, List<String> names) {
    List<String> there =
        names.stream()
            .map(name -> sources.absolute(directory, name))
            .filter(sources::isThere)
            .toList();
    if (there.size() > 1) {
      diagnostics.add(
          Diagnostic.warning(
                  Code.SEVERAL_COMPOSE_FILES,
                  Span.of(sources.shownAs(there.getFirst())),
                  "this file is used; `%s` is there as well"
                      .formatted(sources.shownAs(there.get(1))))
              .hint("remove one of them, or name the file by `-f`"));
    }
    return there.stream().findFirst();
  }

  /** Reads the env files that hold for a project directory under what is already set. */
  private void readEnvFiles(String directory) {
    List<String> explicit = explicitEnvFiles();
    List<String> files = explicit.isEmpty() ? defaultEnvFile(directory) : explicit;
    Result<Variables> read =
        envFiles.readAll(files.stream().map(FileReference::given).toList(), variables);
    variables = variables.above(counted(read.value().orElse(Variables.NONE)));
    read.diagnostics().stream().filter(d -> !diagnostics.contains(d)).forEach(diagnostics::add);
  }

  /** An env file that switches itself off still says what concerns Compose itself. */
  private static Variables counted(Variables read) {
    return Truth.of(read.valueOr(DISABLE_ENV_FILE, "")) ? read.startingWith("COMPOSE_") : read;
  }

  private List<String> explicitEnvFiles() {
    List<String> given = request.environmentFiles();
    return (given.isEmpty() ? fromEnvironment() : given.stream()).map(this::fromHere).toList();
  }

  private Stream<String> fromEnvironment() {
    return Arrays.stream(request.environment().getOrDefault("COMPOSE_ENV_FILES", "").split(","))
        .filter(name -> !name.isBlank());
  }

  private String disabled() {
    return request.environment().getOrDefault(DISABLE_ENV_FILE, "");
  }

  private static Diagnostic neitherTrueNorFalse(String value) {
    return Diagnostic.error(
        Code.INVALID_VALUE,
        Span.of("the environment"),
        "`%s` is `%s`, which is neither true nor false".formatted(DISABLE_ENV_FILE, value));
  }

  private List<String> defaultEnvFile(String directory) {
    String file = sources.absolute(directory, ".env");
    return Truth.of(disabled()) || !sources.isFile(file) ? List.of() : List.of(file);
  }

  /** Where none is named, the profile with the empty name is active. */
  private List<String> profiles() {
    return request.profiles().isEmpty()
        ? parts("COMPOSE_PROFILES", ",").map(String::strip).toList()
        : request.profiles();
  }

  private List<String> named(String variable, String separator) {
    return parts(variable, separator).filter(name -> !name.isBlank()).toList();
  }

  private Stream<String> parts(String variable, String separator) {
    return Pattern.compile(separator, Pattern.LITERAL)
        .splitAsStream(variables.valueOr(variable, ""));
  }

  private static Diagnostic nothingFound(String directory) {
    return Diagnostic.error(
            Code.NO_COMPOSE_FILE,
            "no compose file in `%s` or in a directory above it".formatted(directory))
        .hint("create a `compose.yaml`, or name a file by `-f`");
  }
}
