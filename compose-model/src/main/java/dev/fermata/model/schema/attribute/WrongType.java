package dev.fermata.model.schema.attribute;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.Map;
import java.util.Optional;

/** Advice on how to write a value that is of another kind than it should be. */
final class WrongType {
  private static final int SHORT = 40;

  private WrongType() {}

  /** {@code expected} is what a shape calls itself: {@code a text or a list}. */
  static Optional<Message> hint(Node node, String expected) {
    if (node instanceof Mapping mapping && expected.equals("a text `NAME=VALUE`")) {
      return pair(mapping);
    }
    return node instanceof Scalar scalar ? hint(scalar, expected) : Optional.empty();
  }

  private static Optional<Message> hint(Scalar scalar, String expected) {
    return switch (scalar.kind()) {
      case NULL -> Optional.of(Message.of("remove it, or indent further what belongs below it"));
      case INTEGER, FLOAT, BOOLEAN, DATE -> {
        if (expected.startsWith("a duration")) {
          yield Optional.of(Message.of("say the unit as well: `%ss`", scalar.quoteRaw()));
        }
        yield expected.startsWith("a text") ? Optional.of(quoted(scalar)) : Optional.empty();
      }
      case STRING -> expected.contains("a list") ? listed(scalar) : Optional.empty();
    };
  }

  private static Message quoted(Scalar scalar) {
    return Message.of("put it in quotes: `\"%s\"`", scalar.quoteRaw());
  }

  private static Optional<Message> listed(Scalar scalar) {
    return scalar.raw().length() > SHORT || scalar.raw().contains("\n")
        ? Optional.empty()
        : Optional.of(Message.of("write `[%s]`", scalar.quoteRaw()));
  }

  /** {@code - NAME: value} where {@code - NAME=value} was meant. */
  private static Optional<Message> pair(Mapping mapping) {
    Map<String, Mapping.Entry> entries = mapping.entries();
    if (entries.size() != 1) {
      return Optional.empty();
    }
    String name = entries.keySet().iterator().next();
    return Nodes.text(entries.values().iterator().next().value()).isEmpty()
        ? Optional.empty()
        : Optional.of(Message.of("write `%s=...`, or the whole without `-`", Quote.name(name)));
  }
}
