package dev.fermata.model.schema.shape;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.ready.StatusRange;
import dev.fermata.model.ready.TextMatch;
import dev.fermata.model.text.Parsed;
import dev.fermata.model.tree.Scalar;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Texts of {@code x-ready} with something in them. */
public final class ReadyTexts {
  private static final Pattern PATHS = Pattern.compile("/[!-~]*");

  public static final ScalarShape<String> PATH =
      Scalars.TEXT.parsedBy("a path such as `/health`", scalar -> path(scalar.text()));

  /** Words, or a regular expression between slashes. */
  public static final ScalarShape<String> MATCH =
      Scalars.TEXT.parsedBy(
          "a text, or a regular expression between slashes", scalar -> match(scalar.text()));

  public static final ScalarShape<String> STATUS =
      Scalars.TEXT_OR_INTEGER.parsedBy("a status such as `200` or `200-299`", ReadyTexts::status);

  private ReadyTexts() {}

  private static Parsed<String> path(String text) {
    return PATHS.matcher(text).matches()
        ? Parsed.good(text)
        : Parsed.bad(text, whole -> Message.of("`%s` is not a path such as `/health`", whole));
  }

  private static Parsed<String> match(String text) {
    if (text.isEmpty()) {
      return Parsed.bad(text, "it must say what to look for");
    }
    try {
      new TextMatch(text).pattern();
      return Parsed.good(text);
    } catch (PatternSyntaxException wrong) {
      return Parsed.bad(
          text,
          whole ->
              Message.of(
                  "`%s` is not a regular expression (%s)",
                  whole, Quote.word(wrong.getDescription())));
    }
  }

  private static Parsed<String> status(Scalar scalar) {
    return StatusRange.of(scalar.text()).isPresent()
        ? Parsed.good(scalar.text())
        : Parsed.bad(
            scalar.text(),
            whole -> Message.of("`%s` is not a status such as `200` or `200-299`", whole));
  }
}
