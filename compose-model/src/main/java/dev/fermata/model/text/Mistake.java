package dev.fermata.model.text;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import java.util.function.Function;

/**
 * What is wrong with a text, and where in it. Thrown inside of a parser only; {@link Parsed} is
 * what its caller gets.
 */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final int length;
  private final transient Function<Quote, Message> sentence;

  Mistake(int offset, int length, @CompileTimeConstant String sentence) {
    this(offset, length, text -> Message.of(sentence));
  }

  /** For a sentence that quotes parts of the whole text. */
  Mistake(int offset, int length, Function<Quote, Message> sentence) {
    super("wrong from " + offset, null, false, false);
    this.offset = offset;
    this.length = length;
    this.sentence = sentence;
  }

  <T> Parsed<T> parsed() {
    return new Parsed.Bad<>(offset, length, sentence);
  }
}
