package dev.fermata.model.text;

/**
 * What is wrong with a text, and where in it. Thrown inside of a parser only; {@link Parsed} is
 * what its caller gets.
 */
final class Mistake extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int offset;
  private final int length;
  private final String sentence;

  Mistake(int offset, int length, String sentence) {
    super(sentence, null, false, false);
    this.offset = offset;
    this.length = length;
    this.sentence = sentence;
  }

  <T> Parsed<T> parsed() {
    return new Parsed.Bad<>(offset, length, sentence);
  }
}
