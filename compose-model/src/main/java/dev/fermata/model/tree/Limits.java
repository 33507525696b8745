package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;

/** What one file may hold: far more than any real one does, and little enough to be read soon. */
final class Limits {
  private static final int DOCUMENTS = 1_000;
  private static final long VALUES = 4_000_000;
  private static final int ENTRIES = 20_000;
  private static final int CHARACTERS = 1 << 20;

  private Limits() {}

  static void documents(int count, Span last) {
    if (count > DOCUMENTS) {
      throw tooLarge(
          last, Message.of("the file has more than %s documents", Quote.number(DOCUMENTS)));
    }
  }

  static void values(long count, Span last) {
    if (count > VALUES) {
      throw tooLarge(last, Message.of("the file has more than %s values", Quote.number(VALUES)));
    }
  }

  static void entries(int count, Span last) {
    if (count > ENTRIES) {
      throw tooLarge(
          last, Message.of("a list or mapping has more than %s entries", Quote.number(ENTRIES)));
    }
  }

  static void text(String text, Span span) {
    if (text.length() > CHARACTERS) {
      throw new UnreadableException(
          Diagnostic.error(
                  Code.TOO_LARGE,
                  span,
                  "a value has more than %s MiB of text",
                  Quote.number(CHARACTERS >> 20))
              .hint("keep it in a file, and name that by `file:` or mount it"));
    }
  }

  private static UnreadableException tooLarge(Span span, Message message) {
    return new UnreadableException(Diagnostic.error(Code.TOO_LARGE, span, message));
  }
}
