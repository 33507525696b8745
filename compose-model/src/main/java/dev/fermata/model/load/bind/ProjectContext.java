package dev.fermata.model.load.bind;

import dev.fermata.model.Naming;
import dev.fermata.model.Value;
import dev.fermata.model.load.interpolate.Variables;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a project has beside its document: its name, where it stands, the files that it was read
 * from, and the variables of the process and the env files together.
 */
public record ProjectContext(
    String projectName,
    String workingDirectory,
    List<String> composeFiles,
    List<String> environmentFiles,
    Variables environment,
    Naming naming) {
  public ProjectContext {
    composeFiles = List.copyOf(composeFiles);
    environmentFiles = List.copyOf(environmentFiles);
  }

  /** Those that the process does not have; any of them may be a credential. */
  SortedMap<String, Value> variablesOfFiles() {
    var values = new TreeMap<String, Value>();
    environment
        .assignments()
        .forEach((name, assignment) -> {
          if (assignment.span().isInFile()) {
            values.put(name, Value.sensitive(assignment.value()));
          }
        });
    return values;
  }

  Optional<String> variable(String name) {
    return environment.value(name);
  }
}
