package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.CommandText;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** The shapes with parts, made of others. */
public final class Shapes {
  /** What is known of a value that the program itself brings in. */
  static final Span DEFAULT = Span.of("the default");

  private Shapes() {}

  public static <T> ListShape<T> listOf(Shape<T> item) {
    return new ListShape<>(item);
  }

  public static ListShape<String> texts() {
    return listOf(Scalars.TEXT);
  }

  /** A list that may be written as its only item. */
  public static <T> Shape<List<T>> oneOrMore(Shape<List<T>> list) {
    return new ShortForm<>(
        list,
        "a text or a list",
        (node, site) ->
            Nodes.isText(node)
                ? Sequence.of(List.of(node), node.span()).withTag(node.tag())
                : node);
  }

  /** A list from which empty texts fall out. */
  public static <T> Shape<List<T>> withoutEmpty(Shape<List<T>> list) {
    return new ShortForm<>(
        list,
        "a text or a list",
        (node, site) ->
            node instanceof Sequence sequence
                ? sequence.withItems(
                    sequence.items().stream().filter(item -> !isEmptyText(item)).toList())
                : node,
        UnaryOperator.identity());
  }

  private static boolean isEmptyText(Node node) {
    return Nodes.isText(node) && Nodes.text(node).isEmpty();
  }

  public static <T> MapShape<T> mapOf(Shape<T> value) {
    return new MapShape<>(value, MapShape.ANY_KEY);
  }

  /** A mapping whose keys are names of things. */
  public static <T> MapShape<T> named(Shape<T> value) {
    return new MapShape<>(value, MapShape.NAME);
  }

  /** Labels and the like: a name alone has the empty text for value. */
  public static PairsShape<String> labels() {
    return new PairsShape<>(mapOf(Scalars.ANY_TEXT));
  }

  /** Names that must have a value. */
  public static PairsShape<String> values() {
    return new PairsShape<>(mapOf(Scalars.ANY_TEXT), PairsShape.Bare.REFUSED);
  }

  /** Variables: a name alone takes its value from elsewhere. */
  public static PairsShape<Optional<String>> variables() {
    return new PairsShape<>(mapOf(Scalars.OPTIONAL_TEXT), PairsShape.Bare.FROM_OUTSIDE);
  }

  public static MapShape<String> options() {
    return mapOf(Scalars.TEXT_OR_NUMBER);
  }

  /** A mapping that may be written as one text, the value of {@code attribute}. */
  public static Shape<Mapping> textFor(String attribute, Shape<Mapping> object) {
    return new ShortForm<>(
        object,
        "a text or a mapping",
        (node, site) ->
            Nodes.isText(node)
                ? TextParts.at(node.span()).put(attribute, node).mapping().withTag(node.tag())
                : node);
  }

  /** A mapping that may be written as the list of its keys; {@code value} stands for each. */
  public static <T> Shape<SortedMap<String, T>> namesOr(
      Shape<SortedMap<String, T>> map, Function<Node, Node> value) {
    return new ShortForm<>(
        map,
        "a mapping or a list",
        (node, site) -> keys(node, value, site),
        full -> Form.either(Form.listOf(Form.text()), full));
  }

  private static Node keys(Node node, Function<Node, Node> value, Site site) {
    if (!(node instanceof Sequence sequence)) {
      return node;
    }
    var entries = new LinkedHashMap<String, Mapping.Entry>();
    for (Node item : sequence.items()) {
      if (!Nodes.isText(item)) {
        site.wrongType(item, "a list of names");
      } else if (entries.containsKey(Nodes.text(item))) {
        site.faulty(
            Code.DUPLICATE_VALUE,
            item.span(),
            "`%s` names `%s` twice",
            Quote.name(site.name()),
            Nodes.quote(item));
      } else {
        Node filled = value.apply(item).withTag(item.tag());
        entries.put(Nodes.text(item), new Mapping.Entry(item.span(), filled, item.history()));
      }
    }
    return Mapping.of(entries, sequence.span()).withTag(sequence.tag());
  }

  /** What is never merged: the later one replaces the earlier. */
  public static <T> Shape<T> replaced(Shape<T> shape) {
    return new ReplacingShape<>(shape);
  }

  /** A command: a text that is split into words, or the list of them. Never merged. */
  public static Shape<List<String>> command() {
    return new ReplacingShape<>(
        new CommandShape(Set.of(Scalar.Kind.STRING, Scalar.Kind.NULL), Shapes::words));
  }

  /** A healthcheck's test: a text is for the shell. */
  public static Shape<List<String>> test() {
    return new ReplacingShape<>(
        new CommandShape(Set.of(Scalar.Kind.STRING), (text, site) -> shell(text)));
  }

  private static Node shell(Scalar text) {
    Node command = text.withHistory(History.of(text.history().draws()));
    return Sequence.of(List.of(Scalar.string("CMD-SHELL", text.span()), command), text.span())
        .withHistory(new History(List.of(), text.history().replaced()));
  }

  private static Node words(Scalar text, Site site) {
    return switch (CommandText.parse(text.text())) {
      case Parsed.Good<List<String>> good ->
          Sequence.of(words(good.value(), text), text.span())
              .withHistory(new History(List.of(), text.history().replaced()));
      case Parsed.Bad<List<String>> bad -> ScalarShape.invalid(text, bad, site);
    };
  }

  /** Each word with the variables in it; one that was in quotes may have any of them. */
  private static List<Scalar> words(List<String> words, Scalar text) {
    var scalars = new ArrayList<Scalar>();
    int from = 0;
    for (String word : words) {
      int at = text.text().indexOf(word, from);
      from = at < 0 ? from : at + word.length();
      History history =
          at < 0
              ? History.of(text.history().draws()).spread(word.length())
              : text.history().part(at, from);
      scalars.add(Scalar.string(word, text.span()).withHistory(history));
    }
    return scalars;
  }

  public static Scalar defaultText(String text) {
    return Scalar.string(text, DEFAULT);
  }

  public static Scalar defaultFlag(boolean value) {
    return Scalar.bool(value, DEFAULT);
  }
}
