package dev.fermata.cli.template;

/** The template is wrong, or does not fit what is printed; {@code position} counts from 1. */
public final class TemplateException extends Exception {
  private static final long serialVersionUID = 1L;
  private final int position;

  TemplateException(String message, int position) {
    super(message);
    this.position = position;
  }

  public int position() {
    return position;
  }
}
