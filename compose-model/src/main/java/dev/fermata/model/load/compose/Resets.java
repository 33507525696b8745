package dev.fermata.model.load.compose;

import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * What a document takes away from the ones before it. This happens before its own {@code include}
 * and {@code extends} bring values in under it, which obey its tags once more.
 */
final class Resets {
  private Resets() {}

  /** The document with nothing left but its tagged values, all to be reset; empty if none is. */
  static Optional<Mapping> in(Mapping document) {
    var tagged = new LinkedHashMap<String, Mapping.Entry>();
    document
        .entries()
        .forEach((key, entry) ->
            reset(entry.value()).ifPresent(node -> tagged.put(key, entry.withValue(node))));
    return tagged.isEmpty() ? Optional.empty() : Optional.of(document.withEntries(tagged));
  }

  private static Optional<Node> reset(Node node) {
    if (node.tag() != MergeTag.NONE) {
      return Optional.of(node.withTag(MergeTag.RESET));
    }
    return node instanceof Mapping mapping ? in(mapping).map(Node.class::cast) : Optional.empty();
  }
}
