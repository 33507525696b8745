package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Plain values that mean something else than they look like, here or to another YAML reader. */
final class YamlTraps {
  private static final Pattern SEXAGESIMAL = Pattern.compile("[1-9][0-9]*(:[0-5]?[0-9])+");
  private static final Pattern OCTAL = Pattern.compile("[-+]?0o?[0-7]+");
  private static final Pattern MODE = Pattern.compile("[1-7][0-7]{2,3}");
  private static final Pattern OLD_FLAG =
      Pattern.compile("y|Y|yes|Yes|YES|n|N|no|No|NO|on|On|ON|off|Off|OFF");
  private static final Pattern QUOTED = Pattern.compile("[^\"'=]+=(\"[^\"]*\"|'[^']*')");

  /**
   * Mappings of the user's own names to texts: what is a number there is meant as it is written.
   */
  private static final Set<String> TEXTS =
      Set.of("environment", "labels", "args", "annotations", "options", "driver_opts");

  private final List<Diagnostic> traps = new ArrayList<>();

  private YamlTraps() {}

  static List<Diagnostic> in(List<Node> documents) {
    var found = new YamlTraps();
    documents.forEach(
        document -> found.visit(document, new Place("", "", Optional.of(Schema.FILE))));
    return found.traps;
  }

  /** The key of a value (empty for an item of a list), the one above, and what belongs there. */
  private record Place(String key, String above, Optional<Shape<?>> shape) {
    Place below(String name) {
      return new Place(name, key, shape.flatMap(it -> it.below(name.isEmpty() ? "[0]" : name)));
    }

    /** What the file says, unless the key is named like a credential. */
    Quote raw(Scalar scalar) {
      return open(scalar.quoteRaw());
    }

    Quote text(Scalar scalar) {
      return open(scalar.quote());
    }

    private Quote open(Quote value) {
      return Credentials.isSecretKey(key) ? value.hidden() : value;
    }

    boolean wantsFlag() {
      return shape.flatMap(Shape::cast).equals(Optional.of(Cast.BOOLEAN));
    }
  }

  private void visit(Node node, Place place) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .entries()
              .forEach((name, entry) -> {
                if (!name.startsWith("x-")) {
                  visit(entry.value(), place.below(name));
                }
              });
      case Sequence sequence -> sequence.items().forEach(item -> visit(item, place.below("")));
      case Scalar scalar -> {
        if (!scalar.quoted()) {
          find(scalar, place).ifPresent(traps::add);
        }
      }
      case Faulty faulty -> {}
    }
  }

  private static Optional<Diagnostic> find(Scalar scalar, Place place) {
    String raw = scalar.raw();
    boolean isMode = place.key().equals("mode");
    // The mode of a file is written in base 8 everywhere.
    if (!isMode && OCTAL.matcher(raw).matches() && scalar.kind() == Scalar.Kind.INTEGER) {
      return octal(scalar, place);
    }
    if (isMode && MODE.matcher(raw).matches()) {
      return trap(
          scalar,
          Message.of(
              "`%s` is read in base 10: the mode becomes `0%s`",
              place.raw(scalar), Quote.word(Long.toOctalString(Long.parseLong(raw)))),
          Message.of("0%s", place.raw(scalar)));
    }
    if (SEXAGESIMAL.matcher(raw).matches()) {
      return trap(
          scalar,
          Message.of("`%s` is a number in base 60 to other readers of YAML", place.raw(scalar)),
          place.raw(scalar));
    }
    if (OLD_FLAG.matcher(raw).matches()) {
      return place.wantsFlag()
          ? Optional.of(flag(scalar, place))
          : trap(
              scalar,
              Message.of(
                  "`%s` is text here, and a boolean to other readers of YAML", place.raw(scalar)),
              place.raw(scalar));
    }
    if (place.above().equals("environment")
        && place.key().isEmpty()
        && QUOTED.matcher(raw).matches()) {
      return Optional.of(
          warning(
                  scalar,
                  Message.of(
                      "the quotes in `%s=…` become part of the value", Quote.name(name(raw))))
              .hint("put them around the whole item, or leave them out"));
    }
    return TEXTS.contains(place.above())
            && !raw.equals(scalar.text())
            && !scalar.isNull()
            && isChanged(scalar)
        ? trap(
            scalar,
            Message.of("`%s` is read as `%s`", place.raw(scalar), place.text(scalar)),
            place.raw(scalar))
        : Optional.empty();
  }

  /** {@code 1.10} loses a digit, {@code 2024-01-31} gets a time; {@code True} is no surprise. */
  private static boolean isChanged(Scalar scalar) {
    return scalar.kind() != Scalar.Kind.BOOLEAN;
  }

  private static Diagnostic flag(Scalar scalar, Place place) {
    boolean on = Set.of("y", "yes", "on").contains(scalar.raw().toLowerCase(Locale.ROOT));
    return warning(
            scalar, Message.of("`%s` is a boolean to some readers of YAML only", place.raw(scalar)))
        .hint("write `%s`", Quote.word(Boolean.toString(on)));
  }

  private static Optional<Diagnostic> octal(Scalar scalar, Place place) {
    return trap(
        scalar,
        Message.of(
            "`%s` is a number in base 8, `%s`, and one in base 10 to other readers of YAML",
            place.raw(scalar), place.text(scalar)),
        place.raw(scalar));
  }

  private static String name(String pair) {
    return pair.substring(0, pair.indexOf('='));
  }

  private static Optional<Diagnostic> trap(Scalar scalar, Message message, MessagePart meant) {
    return Optional.of(warning(scalar, message).hint("put it in quotes: `\"%s\"`", meant));
  }

  private static Diagnostic warning(Scalar scalar, Message message) {
    return Diagnostic.warning(Code.YAML_TRAP, scalar.span(), message);
  }
}
