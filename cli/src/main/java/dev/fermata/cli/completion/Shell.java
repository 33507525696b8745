package dev.fermata.cli.completion;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;

/** The shells that there is a script for. */
public enum Shell {
  BASH,
  FISH,
  ZSH;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What makes the shell ask the program of this name for what it may offer. */
  public String script(String program) {
    try (var file = Shell.class.getResourceAsStream("script." + text())) {
      byte[] bytes = Objects.requireNonNull(file, "a bug: a script is missing").readAllBytes();
      return new String(bytes, StandardCharsets.UTF_8)
          .replace("@NAME@", program.replace('-', '_'))
          .replace("@PROGRAM@", program);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the script for " + text(), e);
    }
  }
}
