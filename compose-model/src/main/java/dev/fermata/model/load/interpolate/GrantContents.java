package dev.fermata.model.load.interpolate;

import static dev.fermata.model.schema.SecretTables.ENVIRONMENT;

import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What secrets and configs from a variable contain. An included file sees variables of its own env
 * file that the project does not have; they are noted at the variable's name before it is laid
 * under the file that includes it.
 */
public final class GrantContents {
  private static final List<String> SECTIONS =
      List.of(ProjectTable.SECRETS.name(), ProjectTable.CONFIGS.name());

  private GrantContents() {}

  public static Mapping noted(Mapping document, Variables variables) {
    return document.mapValues((section, node) ->
        SECTIONS.contains(section) && node instanceof Mapping resources
            ? resources.mapValues((key, resource) -> resource(resource, variables))
            : node);
  }

  private static Node resource(Node node, Variables variables) {
    if (!(node instanceof Mapping resource)
        || !(ENVIRONMENT.nodeIn(resource).orElse(null) instanceof Scalar name)) {
      return node;
    }
    return variables
        .assignment(Nodes.text(name))
        .map(found -> ENVIRONMENT.setIn(resource, noted(name, found)))
        .orElse(resource);
  }

  private static Node noted(Scalar name, Assignment found) {
    Draw content = Draw.content(Nodes.text(name), found);
    List<Draw> draws = Stream.concat(name.history().draws().stream(), Stream.of(content)).toList();
    return name.withHistory(new History(draws, name.history().replaced()));
  }

  /** The content of a secret or config that has an {@code environment}, where that is set. */
  public static Optional<String> of(Mapping resource, Variables project) {
    return ENVIRONMENT
        .in(resource)
        .flatMap(project::value)
        .or(() -> ENVIRONMENT.nodeIn(resource).flatMap(GrantContents::noted));
  }

  /** That of the outermost file counts, as that of the project would. */
  private static Optional<String> noted(Node name) {
    return name.history().draws().stream()
        .filter(draw -> draw.kind() == Draw.Kind.CONTENT)
        .reduce((inner, outer) -> outer)
        .flatMap(Draw::assignment)
        .map(Assignment::value);
  }
}
