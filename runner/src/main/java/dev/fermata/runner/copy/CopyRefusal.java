package dev.fermata.runner.copy;

/** A copy that makes no sense as it was asked for; nothing was copied. */
public final class CopyRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;
  private final String hint;

  CopyRefusal(String sentence, String hint) {
    super(sentence, null, false, false);
    this.sentence = sentence;
    this.hint = hint;
  }

  public String sentence() {
    return sentence;
  }

  public String hint() {
    return hint;
  }
}
