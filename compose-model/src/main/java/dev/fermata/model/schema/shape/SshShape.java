package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Agents for a build: {@code default}, or {@code ID=PATH}; printed as a list. */
public record SshShape(PairsShape<Optional<String>> pairs)
    implements Shape<SortedMap<String, Optional<String>>> {
  @Override
  public String description() {
    return "a mapping or a list of `ID=PATH`";
  }

  @Override
  public Form form() {
    return pairs.form();
  }

  @Override
  public String merging() {
    return pairs.merging();
  }

  @Override
  public Node expand(Node node, Site site) {
    Node expanded = pairs.expand(node, site);
    if (node instanceof Sequence && expanded instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((id, entry) -> {
            if (Nodes.isNull(entry.value()) && !id.equals("default")) {
              site.faulty(
                  Code.INVALID_VALUE,
                  entry.keySpan(),
                  "`%s` has no path: `ID=PATH`",
                  entry.quote(id));
            }
          });
    }
    return expanded;
  }

  @Override
  public Node merge(Node base, Node over, Site site) {
    return pairs.merge(base, over, site);
  }

  @Override
  public Node check(Node node, Site site) {
    return node instanceof Scalar ? site.wrongType(node, description()) : pairs.check(node, site);
  }

  @Override
  public Node canonical(Node node, Site site) {
    if (!(pairs.canonical(node, site) instanceof Mapping mapping)) {
      return node;
    }
    var keys = new ArrayList<Node>();
    mapping
        .entries()
        .forEach((id, entry) -> {
          String path = Nodes.text(entry.value());
          String text = path.isEmpty() ? id : id + "=" + path;
          History history = entry.value().history().spread(text.length());
          keys.add(Scalar.string(text, entry.keySpan()).withHistory(history));
        });
    return Sequence.of(keys, node.span());
  }

  @Override
  public SortedMap<String, Optional<String>> read(Node canonical) {
    var agents = new TreeMap<String, Optional<String>>();
    if (canonical instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        String[] parts = Nodes.text(item).split("=", 2);
        agents.put(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
      }
    }
    return agents;
  }

  @Override
  public boolean saysNothing(Node canonical) {
    return pairs.saysNothing(canonical)
        || (canonical instanceof Sequence sequence && sequence.items().isEmpty());
  }
}
