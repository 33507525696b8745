package dev.fermata.model.tree;

import java.util.List;

/**
 * What the parser stumbles over, by what its own words for it have in them, in the user's words.
 * {@code %s} is the character at the place.
 */
record ParserWords(String words, String context, Place place, String sentence, String hint) {

  /** Where the user has to look. */
  enum Place {
    PROBLEM,
    CONTEXT
  }

  private static final String INDENT = "check the indentation of this line and the one above";
  private static final String TAG = "a tag is one word, and a space follows it: `!reset null`";
  private static final String BLOCK =
      "only `+`, `-`, a digit from 1 to 9 and a comment may stand behind `|` or `>`";

  private static final List<ParserWords> ALL =
      List.of(
          there(
              "mapping values are not allowed",
              "a `:` does not belong here",
              "put text with `: ` in it in quotes, or check the indentation of this line"),
          there("mapping keys are not allowed", "a key cannot start here", INDENT),
          there(
              "sequence entries are not allowed",
              "a list cannot start here",
              "start it on a line of its own, or put text with `- ` in it in quotes"),
          there(
              "expected <block end>",
              "this does not line up with what stands above it",
              "indent what belongs together by the same number of spaces"),
          there(
              "expected '<document start>'",
              "the document has ended above this",
              "start another one with `---`, or check brackets and indentation above"),
          there(
              "expected the node content",
              "a value is missing here",
              "write `\"\"` for an empty text, or remove what asks for the value"),
          new ParserWords(
              "",
              "an alias",
              Place.CONTEXT,
              "no name of an anchor follows this `*`",
              "put text that starts with `*` in quotes"),
          new ParserWords(
              "",
              "an anchor",
              Place.CONTEXT,
              "no name follows this `&`",
              "put text that starts with `&` in quotes"),
          new ParserWords(
              "expected ' '", "a tag", Place.CONTEXT, "a space is missing behind this tag", TAG),
          new ParserWords("expected", "a tag", Place.CONTEXT, "this tag has no sound name", TAG),
          there("found undefined tag handle", "this tag has no sound name", TAG),
          there("expected indentation indicator", "`%s` does not belong here", BLOCK),
          there("expected chomping", "`%s` does not belong here", BLOCK),
          new ParserWords(
              "expected a comment",
              "block scalar",
              Place.PROBLEM,
              "text cannot start on this line",
              BLOCK),
          there(
              "found unknown escape character",
              "`\\%s` means nothing between double quotes",
              "write `\\\\` for a backslash, or put the text in single quotes"),
          there(
              "expected escape sequence",
              "digits of this character's number are missing",
              "write `\\\\` for a backslash, or put the text in single quotes"),
          new ParserWords(
              "found unexpected document separator",
              "",
              Place.CONTEXT,
              "the quote is never closed",
              ""),
          there("found a key after", "a tab stands before this key", "use spaces"));

  static List<ParserWords> all() {
    return ALL;
  }

  boolean fits(String problem, String parserContext) {
    return problem.contains(words) && parserContext.contains(context);
  }

  private static ParserWords there(String words, String sentence, String hint) {
    return new ParserWords(words, "", Place.PROBLEM, sentence, hint);
  }
}
