package dev.fermata.runner.watch;

/** A watch that makes no sense as it was asked for; nothing was done. */
public final class WatchRefusal extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;
  private final String hint;

  WatchRefusal(String sentence, String hint) {
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
