package dev.fermata.model.ready;

import java.util.regex.Pattern;

/**
 * What a text must have in it: a regular expression where it is written between slashes ({@code
 * /ready in \d+ ms/i}), else these very words.
 */
public record TextMatch(String text) {

  public boolean isIn(String tested) {
    return pattern().matcher(tested).find();
  }

  /** Fails where the regular expression is none. */
  public Pattern pattern() {
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      return Pattern.compile(text.substring(1, text.length() - 1));
    }
    return text.length() > 3 && text.startsWith("/") && text.endsWith("/i")
        ? Pattern.compile(text.substring(1, text.length() - 2), Pattern.CASE_INSENSITIVE)
        : Pattern.compile(Pattern.quote(text));
  }
}
