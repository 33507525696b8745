package dev.fermata.model.text;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What a parser made of a text. */
public sealed interface Parsed<T> {

  /** The value of a sound text. */
  record Good<T>(T value) implements Parsed<T> {}

  /**
   * {@code length} characters from {@code offset} are wrong; {@code sentence} says why. A parser
   * sees a text alone. Who knows where it came from, and what of it may be secret, gives the quote.
   */
  record Bad<T>(int offset, int length, Function<Quote, Message> sentence) implements Parsed<T> {

    /** {@code text} is what was parsed. */
    public Message message(Quote text) {
      return sentence.apply(text);
    }

    /** The same mistake in the place of another value. */
    public <R> Parsed<R> retyped() {
      return new Bad<>(offset, length, sentence);
    }

    /** The same in a text that has so many characters in front of the one that was parsed. */
    <R> Parsed<R> behind(int characters) {
      return new Bad<>(offset + characters, length, text -> sentence.apply(text.from(characters)));
    }
  }

  /** The value of a sound text. */
  default Optional<T> sound() {
    return switch (this) {
      case Good<T> good -> Optional.of(good.value());
      case Bad<T> bad -> Optional.empty();
    };
  }

  /** Why {@code text}, which was parsed, is wrong. */
  default Optional<Message> complaint(Quote text) {
    return switch (this) {
      case Good<T> good -> Optional.empty();
      case Bad<T> bad -> Optional.of(bad.message(text));
    };
  }

  static <T> Parsed<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Parsed<T> bad(String text, @CompileTimeConstant String sentence) {
    return bad(text, whole -> Message.of(sentence));
  }

  /** The whole text is wrong. */
  static <T> Parsed<T> bad(String text, Function<Quote, Message> sentence) {
    return new Bad<>(0, Math.max(1, text.length()), sentence);
  }

  /** Runs a parser that throws {@link Mistake}s. */
  static <T> Parsed<T> attempt(Supplier<T> parser) {
    try {
      return new Good<>(parser.get());
    } catch (Mistake mistake) {
      return mistake.parsed();
    }
  }
}
