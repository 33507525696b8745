package dev.fermata.planner.digest;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.Map;

/** Compact JSON as Go writes it: HTML's special characters are escaped, so that hashes agree. */
public final class GoJson {
  private final StringBuilder out = new StringBuilder(1024);

  private GoJson() {}

  public static String write(Node node) {
    GoJson json = new GoJson();
    json.node(node);
    return json.out.toString();
  }

  private void node(Node node) {
    switch (node) {
      case Scalar scalar -> scalar(scalar);
      case Sequence sequence -> sequence(sequence);
      case Mapping mapping -> mapping(mapping);
      case Faulty faulty -> out.append("null");
    }
  }

  private void scalar(Scalar scalar) {
    switch (scalar.kind()) {
      case STRING, DATE -> string(scalar.text());
      case INTEGER, FLOAT, BOOLEAN -> out.append(scalar.text());
      case NULL -> out.append("null");
    }
  }

  private void sequence(Sequence sequence) {
    out.append('[');
    String separator = "";
    for (Node item : sequence.items()) {
      out.append(separator);
      node(item);
      separator = ",";
    }
    out.append(']');
  }

  private void mapping(Mapping mapping) {
    out.append('{');
    String separator = "";
    for (Map.Entry<String, Mapping.Entry> entry : mapping.entries().entrySet()) {
      out.append(separator);
      string(entry.getKey());
      out.append(':');
      node(entry.getValue().value());
      separator = ",";
    }
    out.append('}');
  }

  private void string(String text) {
    out.append('"');
    text.chars().forEach(this::character);
    out.append('"');
  }

  private void character(int c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\b' -> out.append("\\b");
      case '\f' -> out.append("\\f");
      case '<', '>', '&', '\u2028', '\u2029' -> escaped(c);
      default -> {
        if (c < ' ') {
          escaped(c);
          return;
        }
        out.append((char) c);
      }
    }
  }

  private void escaped(int c) {
    out.append(String.format("\\u%04x", c));
  }
}
