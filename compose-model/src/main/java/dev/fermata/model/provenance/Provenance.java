package dev.fermata.model.provenance;

import dev.fermata.model.canonical.AbsentValues;
import dev.fermata.model.canonical.PrintOrder;
import dev.fermata.model.source.Path;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;

/** The values of a model, in the order in which it is printed, each with its origin. */
public final class Provenance {
  private final List<Fact> facts = new ArrayList<>();

  /**
   * One value: its text, or in brackets what a list or a mapping is that took the place of another
   * one as a whole. What may be secret is masked.
   */
  public record Fact(Path path, String shown, Origin origin) {}

  private Provenance() {}

  /** Of a canonical document. */
  public static List<Fact> of(Mapping document) {
    return in(PrintOrder.yaml(AbsentValues.without(document)));
  }

  /** Of a document whose variables are left as they are. */
  public static List<Fact> raw(Mapping document) {
    return in(PrintOrder.rawYaml(document));
  }

  private static List<Fact> in(Mapping document) {
    var provenance = new Provenance();
    provenance.visit(document, Path.ROOT, "");
    return List.copyOf(provenance.facts);
  }

  private void visit(Node node, Path path, String key) {
    switch (node) {
      case Mapping mapping -> {
        collection(mapping, path, mapping.entries().isEmpty() ? "{}" : "(mapping)");
        mapping.entries().forEach((name, entry) -> visit(entry.value(), path.key(name), name));
      }
      case Sequence sequence -> {
        collection(sequence, path, sequence.items().isEmpty() ? "[]" : "(list)");
        for (int i = 0; i < sequence.items().size(); i++) {
          visit(sequence.items().get(i), path.index(i), key);
        }
      }
      case Scalar scalar ->
          add(scalar, path, scalar.isNull() ? "null" : Masking.shown(key, scalar));
      case Faulty faulty -> {}
    }
  }

  private void collection(Node node, Path path, String shown) {
    boolean empty = !shown.startsWith("(");
    if (empty || node.history().replaced().isPresent()) {
      add(node, path, shown);
    }
  }

  private void add(Node node, Path path, String shown) {
    facts.add(new Fact(path, shown, Origin.of(node)));
  }
}
