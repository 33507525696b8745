package dev.fermata.cli.grammar;

import java.util.List;
import java.util.Optional;

/** What was given of a flag whose possible words depend on other flags. */
public record Word(String flag, Optional<String> given) {

  /** The word, which must be one of these; the first of them where none is given. */
  public String among(List<String> words) {
    String word = given.orElse(words.getFirst());
    if (!words.contains(word)) {
      throw new Misuse(
          "`" + flag + "` is one of " + String.join(", ", words) + ", not `" + word + "`");
    }
    return word;
  }
}
