package dev.fermata.model.schema.shape;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.History;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Nodes made of parts of a text: they keep its place, and the variables that gave the part. */
public final class TextParts {
  private final Scalar whole;
  private final Span span;
  private final Map<String, Mapping.Entry> entries = new LinkedHashMap<>();

  private TextParts(Scalar whole) {
    this.whole = whole;
    this.span = whole.span();
  }

  /** The text from {@code from} to {@code to} of a scalar. */
  static Scalar of(Scalar scalar, int from, int to) {
    Span place = ScalarShape.part(scalar, from, Math.max(1, to - from));
    return Scalar.string(scalar.text().substring(from, to), place)
        .withHistory(scalar.history().part(from, to));
  }

  static TextParts of(Scalar whole) {
    return new TextParts(whole);
  }

  public static TextParts at(Span span) {
    return new TextParts(Scalar.nothing(span));
  }

  public TextParts put(String key, Node value) {
    entries.put(key, new Mapping.Entry(span, value));
    return this;
  }

  /** Puts a text; where it does not stand in the whole one, it follows from it as a whole. */
  public TextParts put(String key, String value) {
    return put(key, Scalar.string(value, span).withHistory(history(key, value)));
  }

  public TextParts put(String key, Optional<String> value) {
    value.ifPresent(text -> put(key, text));
    return this;
  }

  /** Puts what the form says without a word. */
  TextParts putImplied(String key, String value) {
    return put(key, Scalar.string(value, span));
  }

  /** Puts {@code true}, or nothing. */
  TextParts putIf(boolean value, String key) {
    return value ? put(key, Scalar.bool(true, span)) : this;
  }

  public Mapping mapping() {
    return Mapping.of(entries, span);
  }

  /** A target is the last of the parts that read like it, anything else the first. */
  History history(String key, String value) {
    if (whole.history().draws().isEmpty()) {
      return History.NONE;
    }
    Matcher part =
        Pattern.compile("(?<![^:/])" + Pattern.quote(value) + "(?![^:/])").matcher(whole.text());
    History found = whole.history().spread(value.length());
    while (part.find()) {
      found = whole.history().part(part.start(), part.end());
      if (!key.equals("target")) {
        return found;
      }
    }
    return found;
  }
}
