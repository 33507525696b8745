package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a load starts from: the project directory, the directory that names a project without a name
 * (another one where the project is a remote one), the compose files (absolute, or {@code -}), the
 * env files that the user named, the variables that both they and the process set, and the
 * profiles.
 */
record LoadContext(
    String directory,
    String namesake,
    List<String> files,
    List<String> environmentFiles,
    Variables variables,
    List<String> profiles) {

  LoadContext {
    files = List.copyOf(files);
    environmentFiles = List.copyOf(environmentFiles);
    profiles = List.copyOf(profiles);
  }

  /** For a project that is made in code. Where no profile is named, the empty one is active. */
  static LoadContext withoutFiles(LoadRequest request) {
    String directory = request.currentDirectory();
    return new LoadContext(
        directory,
        directory,
        List.of(),
        List.of(),
        variables(request),
        request.profiles().isEmpty() ? List.of("") : request.profiles());
  }

  /** What the process sets. */
  static Variables variables(LoadRequest request) {
    return Variables.from("the environment", request.environment())
        .above(Variables.from("the current directory", Map.of("PWD", request.currentDirectory())));
  }

  /** The value of a variable for messages. */
  Quote quote(String variable) {
    return variables.assignment(variable).map(it -> it.quote(variable)).orElse(Quote.name(""));
  }

  /** Where a variable is set to something: in an env file, or by the process. */
  Optional<Span> place(String variable) {
    return variables
        .assignment(variable)
        .filter(found -> !found.value().isEmpty())
        .map(Assignment::span)
        .map(span -> span.isWritten() ? span : Span.of(variable));
  }
}
