package dev.fermata.cli.text;

import dev.fermata.model.schema.StandIns;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Map;

/** A model as YAML, in the form of {@code docker compose config}. */
public final class ConfigYaml {
  private final StringBuilder yaml = new StringBuilder();
  private final Dollars dollars;

  private ConfigYaml(Dollars dollars) {
    this.dollars = dollars;
  }

  /** The text, with a line end. */
  public static String text(Mapping tree, Dollars dollars) {
    Mapping shown = StandIns.without(tree);
    var writer = new ConfigYaml(dollars);
    if (shown.entries().isEmpty()) {
      return "{}\n";
    }
    writer.entries(shown, 0);
    return writer.yaml.toString();
  }

  private void entries(Mapping mapping, int indent) {
    boolean first = true;
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      // The first entry of a mapping in a list stands behind the dash.
      if (!first || !endsWithDash()) {
        yaml.append(" ".repeat(indent));
      }
      first = false;
      yaml.append(YamlText.inline(dollars.in(entry.getKey()))).append(':');
      value(entry.getValue().value(), indent);
    }
  }

  private boolean endsWithDash() {
    int length = yaml.length();
    return length > 1 && yaml.charAt(length - 1) == ' ' && yaml.charAt(length - 2) == '-';
  }

  private void value(Node node, int indent) {
    switch (node) {
      case Mapping mapping when !mapping.entries().isEmpty() -> {
        yaml.append('\n');
        entries(mapping, indent + 2);
      }
      case Sequence sequence when !sequence.items().isEmpty() -> {
        yaml.append('\n');
        items(sequence, indent + 2);
      }
      default -> yaml.append(' ').append(leaf(node, indent)).append('\n');
    }
  }

  private void items(Sequence sequence, int indent) {
    for (Node item : sequence.items()) {
      yaml.append(" ".repeat(indent)).append("- ");
      switch (item) {
        case Mapping mapping when !mapping.entries().isEmpty() -> entries(mapping, indent + 2);
        case Sequence inner when !inner.items().isEmpty() -> {
          yaml.setLength(yaml.length() - 1);
          yaml.append('\n');
          items(inner, indent + 2);
        }
        default -> yaml.append(leaf(item, indent)).append('\n');
      }
    }
  }

  private String leaf(Node node, int indent) {
    return switch (node) {
      case Mapping mapping -> "{}";
      case Sequence sequence -> "[]";
      case Faulty faulty -> "null";
      case Scalar scalar ->
          switch (scalar.kind()) {
            case STRING -> YamlText.value(dollars.in(scalar.text()), indent);
            case INTEGER, FLOAT, BOOLEAN, DATE -> scalar.text();
            case NULL -> "null";
          };
    };
  }
}
