package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.tree.Node;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A load, and the documents that it read as they are written: before interpolation, merging and all
 * else. Files that are no YAML have none. {@code presentable} prepares a finding about the project
 * for display: it masks the values of secret variables.
 */
public record LoadReport(
    Result<Project> project, List<Node> documents, UnaryOperator<Diagnostic> presentable) {
  public LoadReport {
    documents = List.copyOf(documents);
  }
}
