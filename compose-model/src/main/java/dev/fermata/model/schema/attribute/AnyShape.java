package dev.fermata.model.schema.attribute;

import dev.fermata.model.text.GoText;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.model.tree.Timestamp;
import java.util.TreeMap;

/** Whatever the user writes: extensions. */
public enum AnyShape implements Shape<Node> {
  ANY;

  @Override
  public String description() {
    return "anything";
  }

  @Override
  public Form form() {
    return new Form.Anything();
  }

  @Override
  public String merging() {
    return "merged key by key";
  }

  @Override
  public Node check(Node node, Site site) {
    return node;
  }

  /** Mappings of extensions are printed in the order of their keys. */
  @Override
  public Node canonical(Node node, Site site) {
    return switch (node) {
      case Mapping mapping -> {
        var sorted = new TreeMap<String, Mapping.Entry>(GoText.ORDER);
        mapping
            .entries()
            .forEach(
                (key, entry) -> sorted.put(key, entry.withValue(canonical(entry.value(), site))));
        yield mapping.withEntries(sorted);
      }
      case Sequence sequence ->
          sequence.withItems(sequence.items().stream().map(n -> canonical(n, site)).toList());
      case Scalar scalar -> Timestamp.internet(scalar);
      case Faulty faulty -> faulty;
    };
  }

  @Override
  public Node read(Node canonical) {
    return canonical;
  }
}
