package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.tree.Node;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A load, and the documents that it read as they are written: before interpolation, merging and all
 * else. Files that are no YAML have none. {@code said} makes of what somebody finds in the project
 * what may be shown: without the values of its secret variables.
 */
public record Reading(
    Result<Project> project, List<Node> documents, UnaryOperator<Diagnostic> said) {
  public Reading {
    documents = List.copyOf(documents);
  }
}
