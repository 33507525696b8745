package dev.fermata.cli.template;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;

/** What a template prints, or asks. */
public sealed interface Datum {

  record Text(String text) implements Datum {}

  record Whole(long number) implements Datum {}

  record Truth(boolean value) implements Datum {}

  record Items(List<Datum> items) implements Datum {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Named things, in the order in which they are printed. */
  record Fields(SequencedMap<String, Datum> byName) implements Datum {
    public Fields {
      byName = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(byName));
    }
  }

  /** A field that takes one text: {@code .Label "name"}. It is not printed. */
  record Lookup(UnaryOperator<String> byName) implements Datum {}

  /** No value at all; a header that is not there. */
  record Nothing() implements Datum {}

  static Datum nothing() {
    return new Nothing();
  }

  static Datum of(String text) {
    return new Text(text);
  }

  static Datum of(long number) {
    return new Whole(number);
  }

  /** As {@code if} sees it: zero and what is empty are false. */
  default boolean isTrue() {
    return switch (this) {
      case Text text -> !text.text().isEmpty();
      case Whole whole -> whole.number() != 0;
      case Truth truth -> truth.value();
      case Items items -> !items.items().isEmpty();
      case Fields fields -> true;
      case Lookup lookup -> true;
      case Nothing nothing -> false;
    };
  }

  /** As Go prints it. */
  default String print() {
    return switch (this) {
      case Text text -> text.text();
      case Whole whole -> Long.toString(whole.number());
      case Truth truth -> Boolean.toString(truth.value());
      case Items items -> "[" + Printing.joined(items.items()) + "]";
      case Fields fields -> "{" + Printing.joined(fields.byName().values()) + "}";
      case Lookup lookup -> "";
      case Nothing nothing -> "<no value>";
    };
  }

  /** As Go writes JSON, with the fields in their order. */
  default String json() {
    return Printing.json(this);
  }

  /** What it is, for messages. */
  default String kind() {
    return switch (this) {
      case Text text -> "a text";
      case Whole whole -> "a number";
      case Truth truth -> "true or false";
      case Items items -> "a list";
      case Fields fields -> "an object";
      case Lookup lookup -> "a field that takes a name";
      case Nothing nothing -> "no value";
    };
  }
}
