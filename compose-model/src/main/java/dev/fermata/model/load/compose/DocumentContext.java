package dev.fermata.model.load.compose;

import dev.fermata.model.load.interpolate.Variables;
import java.util.ArrayList;
import java.util.List;

/**
 * Where a document stands: the directory that its paths are relative to, the variables that it
 * sees, and the files whose {@code include} led to it.
 */
public record DocumentContext(String directory, Variables variables, List<String> includedBy) {
  public DocumentContext {
    includedBy = List.copyOf(includedBy);
  }

  DocumentContext inside(String file) {
    var longer = new ArrayList<>(includedBy);
    longer.add(file);
    return new DocumentContext(directory, variables, longer);
  }

  DocumentContext in(String otherDirectory) {
    return new DocumentContext(otherDirectory, variables, includedBy);
  }
}
