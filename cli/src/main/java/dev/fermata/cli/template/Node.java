package dev.fermata.cli.template;

import java.util.List;
import java.util.Optional;

/** A template as a tree. Places count from 0. */
sealed interface Node {

  record Outside(String text) implements Node {}

  /** Prints what it is worth. */
  record Shown(Expression value) implements Node {}

  /** {@code $name := value}, or {@code =} for one that is there. */
  record Assigned(String name, boolean declared, Expression value, int at) implements Node {}

  record If(Expression condition, List<Node> then, List<Node> otherwise) implements Node {
    public If {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Its body sees the value as the dot. */
  record With(Optional<String> name, Expression value, List<Node> then, List<Node> otherwise)
      implements Node {
    public With {
      then = List.copyOf(then);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** {@code range $index, $element := items}. */
  record Range(List<String> names, Expression items, List<Node> each, List<Node> otherwise, int at)
      implements Node {
    public Range {
      names = List.copyOf(names);
      each = List.copyOf(each);
      otherwise = List.copyOf(otherwise);
    }
  }

  /** Something that has a value. */
  sealed interface Expression {}

  record Constant(Datum value) implements Expression {}

  /** The dot, and what it was at the start under the name {@code $}. */
  record Variable(String name, int at) implements Expression {}

  /** A field; it may take a text. */
  record Field(Expression of, String name, List<Expression> arguments, int at)
      implements Expression {
    public Field {
      arguments = List.copyOf(arguments);
    }
  }

  record Call(String function, List<Expression> arguments, int at) implements Expression {
    public Call {
      arguments = List.copyOf(arguments);
    }
  }
}
