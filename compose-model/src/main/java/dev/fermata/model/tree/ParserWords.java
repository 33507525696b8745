package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the parser stumbles over, by what its own words for it have in them, in the user's words. A
 * sentence may quote the character at the place.
 */
record ParserWords(
    String words,
    String context,
    Place place,
    Function<Quote, Message> sentence,
    Optional<Message> hint) {

  /** Where the user has to look. */
  enum Place {
    PROBLEM,
    CONTEXT
  }

  private static final Message INDENT =
      Message.of("check the indentation of this line and the one above");
  private static final Message TAG =
      Message.of("a tag is one word, and a space follows it: `!reset null`");
  private static final Message BLOCK =
      Message.of("only `+`, `-`, a digit from 1 to 9 and a comment may stand behind `|` or `>`");

  private static final List<ParserWords> ALL =
      List.of(
          there(
              "mapping values are not allowed",
              Message.of("a `:` does not belong here"),
              Message.of(
                  "put text with `: ` in it in quotes, or check the indentation of this line")),
          there("mapping keys are not allowed", Message.of("a key cannot start here"), INDENT),
          there(
              "sequence entries are not allowed",
              Message.of("a list cannot start here"),
              Message.of("start it on a line of its own, or put text with `- ` in it in quotes")),
          there(
              "expected <block end>",
              Message.of("this does not line up with what stands above it"),
              Message.of("indent what belongs together by the same number of spaces")),
          there(
              "expected '<document start>'",
              Message.of("the document has ended above this"),
              Message.of("start another one with `---`, or check brackets and indentation above")),
          there(
              "expected the node content",
              Message.of("a value is missing here"),
              Message.of("write `\"\"` for an empty text, or remove what asks for the value")),
          new ParserWords(
              "",
              "an alias",
              Place.CONTEXT,
              always(Message.of("no name of an anchor follows this `*`")),
              Optional.of(Message.of("put text that starts with `*` in quotes"))),
          new ParserWords(
              "",
              "an anchor",
              Place.CONTEXT,
              always(Message.of("no name follows this `&`")),
              Optional.of(Message.of("put text that starts with `&` in quotes"))),
          new ParserWords(
              "expected ' '",
              "a tag",
              Place.CONTEXT,
              always(Message.of("a space is missing behind this tag")),
              Optional.of(TAG)),
          new ParserWords(
              "expected",
              "a tag",
              Place.CONTEXT,
              always(Message.of("this tag has no sound name")),
              Optional.of(TAG)),
          there("found undefined tag handle", Message.of("this tag has no sound name"), TAG),
          there(
              "expected indentation indicator",
              at -> Message.of("`%s` does not belong here", at),
              BLOCK),
          there("expected chomping", at -> Message.of("`%s` does not belong here", at), BLOCK),
          new ParserWords(
              "expected a comment",
              "block scalar",
              Place.PROBLEM,
              always(Message.of("text cannot start on this line")),
              Optional.of(BLOCK)),
          there(
              "found unknown escape character",
              at -> Message.of("`\\%s` means nothing between double quotes", at),
              Message.of("write `\\\\` for a backslash, or put the text in single quotes")),
          there(
              "expected escape sequence",
              Message.of("digits of this character's number are missing"),
              Message.of("write `\\\\` for a backslash, or put the text in single quotes")),
          new ParserWords(
              "found unexpected document separator",
              "",
              Place.CONTEXT,
              always(Message.of("the quote is never closed")),
              Optional.empty()),
          there(
              "found a key after",
              Message.of("a tab stands before this key"),
              Message.of("use spaces")));

  static List<ParserWords> all() {
    return ALL;
  }

  boolean fits(String problem, String parserContext) {
    return problem.contains(words) && parserContext.contains(context);
  }

  Message sentence(Quote at) {
    return sentence.apply(at);
  }

  private static ParserWords there(String words, Message sentence, Message hint) {
    return there(words, always(sentence), hint);
  }

  private static ParserWords there(String words, Function<Quote, Message> sentence, Message hint) {
    return new ParserWords(words, "", Place.PROBLEM, sentence, Optional.of(hint));
  }

  private static Function<Quote, Message> always(Message sentence) {
    return at -> sentence;
  }
}
