package dev.fermata.cli.text.config;

import dev.fermata.model.canonical.AbsentValues;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Map;

/** A model as YAML, in the form of {@code docker compose config}. */
public final class ConfigYaml {
  private final StringBuilder yaml = new StringBuilder();

  private ConfigYaml() {}

  /** The text, with a line end. Dollars are doubled last: lines break where they would without. */
  public static String text(Mapping tree, Dollars dollars) {
    Mapping shown = AbsentValues.without(tree);
    var writer = new ConfigYaml();
    if (shown.entries().isEmpty()) {
      return "{}\n";
    }
    writer.entries(shown, 0);
    return dollars.in(writer.yaml.toString());
  }

  private void entries(Mapping mapping, int indent) {
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      indent(indent);
      String key = entry.getKey();
      if (YamlLines.isLongKey(key)) {
        yaml.append("? ").append(folded(YamlText.inline(key), indent)).append('\n');
        yaml.append(" ".repeat(indent)).append(": ");
        compact(entry.getValue().value(), indent);
        continue;
      }
      yaml.append(YamlText.inline(key)).append(':');
      value(entry.getValue().value(), indent);
    }
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
      default -> {
        yaml.append(' ');
        leaf(node, indent);
      }
    }
  }

  private void items(Sequence sequence, int indent) {
    for (Node item : sequence.items()) {
      indent(indent);
      yaml.append("- ");
      compact(item, indent);
    }
  }

  /** What stands behind a dash or such: its first line on the line of that. */
  private void compact(Node node, int indent) {
    switch (node) {
      case Mapping mapping when !mapping.entries().isEmpty() -> entries(mapping, indent + 2);
      case Sequence sequence when !sequence.items().isEmpty() -> items(sequence, indent + 2);
      default -> leaf(node, indent);
    }
  }

  private void indent(int indent) {
    if (yaml.isEmpty() || yaml.charAt(yaml.length() - 1) == '\n') {
      yaml.append(" ".repeat(indent));
    }
  }

  private void leaf(Node node, int indent) {
    String text =
        switch (node) {
          case Mapping mapping -> "{}";
          case Sequence sequence -> "[]";
          case Faulty faulty -> "null";
          case Scalar scalar ->
              switch (scalar.kind()) {
                case STRING -> folded(YamlText.value(scalar.text(), indent), indent);
                case INTEGER, FLOAT, BOOLEAN, DATE -> scalar.text();
                case NULL -> "null";
              };
        };
    yaml.append(text).append('\n');
  }

  private String folded(String scalar, int indent) {
    int column = yaml.length() - yaml.lastIndexOf("\n") - 1;
    return YamlLines.folded(scalar, column, " ".repeat(indent + 2));
  }
}
