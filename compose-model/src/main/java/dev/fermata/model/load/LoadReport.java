package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.tree.Node;
import java.util.List;

/**
 * A load, and the documents that it read as they are written: before interpolation, merging and all
 * else. Files that are no YAML have none.
 */
public record LoadReport(Result<Project> project, List<Node> documents) {
  public LoadReport {
    documents = List.copyOf(documents);
  }
}
