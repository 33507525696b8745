package dev.fermata.cli.command.init;

import dev.fermata.sources.Folder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A store that a folder's files speak of: where, and by which variables programs look for it. */
record FoundStore(Store store, String source, List<String> variables) {
  private static final List<String> ENV_FILES = List.of(".env", ".env.example", ".env.sample");
  private static final List<String> DEPENDENCIES =
      List.of("package.json", "requirements.txt", "pyproject.toml", "pom.xml", "go.mod");
  private static final Pattern ASSIGNMENT =
      Pattern.compile("(?m)^\\s*(?:export\\s+)?([A-Za-z_]\\w*)\\s*=\\s*[\"']?([^\\s\"']+)");

  FoundStore {
    variables = List.copyOf(variables);
  }

  /** Each store once: what env files say tells more than a dependency. */
  static List<FoundStore> in(Folder folder) {
    var found = new ArrayList<FoundStore>();
    for (Store store : Store.ALL) {
      inEnvironment(folder, store).or(() -> inDependencies(folder, store)).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<FoundStore> inEnvironment(Folder folder, Store store) {
    for (String file : ENV_FILES) {
      var variables = new TreeSet<String>();
      Matcher assignment = ASSIGNMENT.matcher(folder.text(file).orElse(""));
      while (assignment.find()) {
        String value = assignment.group(2).toLowerCase(Locale.ROOT);
        if (store.signs().values().stream().anyMatch(value::startsWith)) {
          variables.add(assignment.group(1));
        }
      }
      if (!variables.isEmpty()) {
        String source = String.join(", ", variables) + " in " + file;
        return Optional.of(new FoundStore(store, source, List.copyOf(variables)));
      }
    }
    return Optional.empty();
  }

  private static Optional<FoundStore> inDependencies(Folder folder, Store store) {
    return Stream.concat(Stream.of(""), folder.folders().stream().map(it -> it.name() + "/"))
        .flatMap(place -> DEPENDENCIES.stream().map(file -> place + file))
        .filter(file -> speaksOf(store, folder.text(file).orElse("")))
        .findFirst()
        .map(file ->
            new FoundStore(store, "a dependency in " + file, List.of(store.access().variable())));
  }

  private static boolean speaksOf(Store store, String text) {
    return store.signs().dependencies().stream().anyMatch(text::contains);
  }
}
