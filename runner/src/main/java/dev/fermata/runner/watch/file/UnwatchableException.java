package dev.fermata.runner.watch.file;

/** The operating system does not tell of changes: what is in the way, and what to do. */
public final class UnwatchableException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private final String sentence;
  private final String hint;

  UnwatchableException(String sentence, String hint, Throwable cause) {
    super(sentence, cause);
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
