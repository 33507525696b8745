package dev.fermata.model.load.compose;

import dev.fermata.model.load.interpolate.Variables;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a document stands: the directory that its paths are relative to, the variables that it
 * sees, and the files whose {@code include} led to it.
 */
public record Scope(String directory, Variables variables, List<String> includedBy) {
  public Scope {
    includedBy = List.copyOf(includedBy);
  }

  Scope inside(String file) {
    var longer = new ArrayList<>(includedBy);
    longer.add(file);
    return new Scope(directory, variables, longer);
  }

  Scope in(String otherDirectory) {
    return new Scope(otherDirectory, variables, includedBy);
  }
}
