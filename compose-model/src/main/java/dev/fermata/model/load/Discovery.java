package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.env.EnvFiles;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.source.ComposeFileNames;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.BooleanText;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Assignment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Finds out what to load: which compose files, which env files, from which directory. Flags win
 * over the process environment, and that over env files, which may set {@code COMPOSE_FILE} and the
 * like themselves.
 */
final class Discovery {
  private static final String DISABLE_ENV_FILE = "COMPOSE_DISABLE_ENV_FILE";

  private final LoadRequest request;
  private final SourceFiles sources;
  private final EnvFiles envFiles;
  private final List<FileReference> explicit;
  private Variables variables;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private Discovery(LoadRequest request, SourceFiles sources) {
    this.request = request;
    this.sources = sources;
    this.envFiles = new EnvFiles(sources);
    this.explicit = explicitEnvFiles();
    this.variables = LoadContext.variables(request);
  }

  static Result<LoadContext> find(LoadRequest request, SourceFiles sources) {
    return new Discovery(request, sources).find();
  }

  /** What the env files set under the process environment; nothing is fetched for that. */
  static Result<Variables> settings(LoadRequest request, SourceFiles sources) {
    var discovery = new Discovery(request, sources);
    discovery.files();
    return Result.of(
        discovery.variables, discovery.diagnostics.stream().filter(Diagnostic::isError).toList());
  }

  private Result<LoadContext> find() {
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
        new LoadContext(
            remoteDirectory(files, here).orElse(directory),
            directory,
            here,
            explicit.stream().map(FileReference::path).toList(),
            variables,
            profiles()),
        diagnostics);
  }

  /** The compose files; an env file may name them, and others may lie beside these. */
  private List<String> files() {
    List<String> given = request.files().stream().map(this::fromHere).toList();
    String first = directory(given);
    readFirstEnvFiles(first);
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
              ? sources.checkouts().fetch(Quote.name(file), Optional.empty())
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
      Optional<String> found = pick(directory, ComposeFileNames.MAIN);
      if (found.isPresent()) {
        var files = new ArrayList<>(List.of(found.get()));
        pick(directory, ComposeFileNames.OVERRIDES).ifPresent(files::add);
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
                  Span.ofFile(sources.shownAs(there.getFirst())),
                  "this file is used; `%s` is there as well",
                  Quote.name(sources.shownAs(there.get(1))))
              .hint("remove one of them, or name the file by `-f`"));
    }
    return there.stream().findFirst();
  }

  /** A {@code .env} that switches itself off still says what concerns Compose itself. */
  private void readFirstEnvFiles(String directory) {
    Variables process = variables;
    readEnvFiles(directory);
    if (!explicit.isEmpty()) {
      return;
    }
    variables.assignment(DISABLE_ENV_FILE).ifPresent(this::checkSwitch);
    if (isSwitchedOff()) {
      variables = process.above(variables.startingWith("COMPOSE_"));
    }
  }

  /**
   * Reads the env files that hold for a project directory under what is already set. A {@code .env}
   * that is found by way of another one cannot switch itself off, as in Docker Compose.
   */
  private void readEnvFiles(String directory) {
    List<FileReference> files = explicit.isEmpty() ? defaultEnvFile(directory) : explicit;
    Result<Variables> read = envFiles.readAll(files, variables);
    variables = variables.above(read.value().orElse(Variables.NONE));
    read.diagnostics().stream().filter(d -> !diagnostics.contains(d)).forEach(diagnostics::add);
  }

  private boolean isSwitchedOff() {
    return BooleanText.of(variables.valueOr(DISABLE_ENV_FILE, ""));
  }

  private List<FileReference> explicitEnvFiles() {
    List<String> given = request.environmentFiles();
    Span place = Span.of(given.isEmpty() ? "COMPOSE_ENV_FILES" : "--env-file");
    return (given.isEmpty() ? fromEnvironment() : given.stream())
        .map(path -> FileReference.at(place, fromHere(path)))
        .toList();
  }

  private Stream<String> fromEnvironment() {
    return Arrays.stream(request.environment().getOrDefault("COMPOSE_ENV_FILES", "").split(","))
        .filter(name -> !name.isBlank());
  }

  private void checkSwitch(Assignment disabled) {
    if (!BooleanText.isOne(disabled.value())) {
      diagnostics.add(
          Diagnostic.error(
              Code.INVALID_VALUE,
              disabled.span(),
              "`%s` is `%s`, which is neither true nor false",
              Quote.word(DISABLE_ENV_FILE),
              disabled.quote(DISABLE_ENV_FILE)));
    }
  }

  private List<FileReference> defaultEnvFile(String directory) {
    String file = sources.absolute(directory, ".env");
    return isSwitchedOff() || !sources.isFile(file)
        ? List.of()
        : List.of(FileReference.given(file));
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
    Message where =
        directory.equals("/")
            ? Message.of("`%s`", Quote.name(directory))
            : Message.of("`%s` or in a directory above it", Quote.name(directory));
    return Diagnostic.error(
            Code.NO_COMPOSE_FILE, ComposeSentences.NO_CONFIGURATION_FILE + "; none in %s", where)
        .hint("create a `compose.yaml`, or name a file by `-f`");
  }
}
