package dev.fermata.model.text;

import java.util.Optional;
import java.util.function.Supplier;

/** What a parser made of a text. */
public sealed interface Parsed<T> {

  /** The value of a sound text. */
  record Good<T>(T value) implements Parsed<T> {}

  /** {@code length} characters from {@code offset} are wrong; {@code message} says why. */
  record Bad<T>(int offset, int length, String message) implements Parsed<T> {}

  /** The value of a sound text. */
  default Optional<T> sound() {
    return switch (this) {
      case Good<T> good -> Optional.of(good.value());
      case Bad<T> bad -> Optional.empty();
    };
  }

  /** Why a text is wrong. */
  default Optional<String> complaint() {
    return switch (this) {
      case Good<T> good -> Optional.empty();
      case Bad<T> bad -> Optional.of(bad.message());
    };
  }

  static <T> Parsed<T> good(T value) {
    return new Good<>(value);
  }

  static <T> Parsed<T> bad(String text, String message) {
    return new Bad<>(0, Math.max(1, text.length()), message);
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
