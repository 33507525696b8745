package dev.fermata.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.util.Optional;

/**
 * The keys by which a user leaves a process and lets it go on; {@code keys} are the characters that
 * a terminal sends for them.
 */
public record DetachKeys(String keys) {
  /** Ctrl-P, Ctrl-Q. */
  public static final DetachKeys USUAL = new DetachKeys("\u0010\u0011");

  private static final String WITHOUT_LETTER = "@[\\]^_";

  public DetachKeys {
    if (keys.isEmpty()) {
      throw new IllegalArgumentException("no keys to leave by");
    }
  }

  /** As the docker client writes them: {@code ctrl-p,x}. Empty where the text is no such keys. */
  public static Optional<DetachKeys> of(String text) {
    var keys = new StringBuilder();
    for (String name : text.split(",", -1)) {
      int key = key(name);
      if (key < 0) {
        return Optional.empty();
      }
      keys.append((char) key);
    }
    return Optional.of(new DetachKeys(keys.toString()));
  }

  /** What a terminal sends for a key; below 0 for none. */
  private static int key(String name) {
    if (name.length() == 1) {
      return name.charAt(0) < 128 ? name.charAt(0) : -1;
    }
    if (name.length() != 6 || !name.startsWith("ctrl-")) {
      return -1;
    }
    char letter = name.charAt(5);
    boolean known = (letter >= 'a' && letter <= 'z') || WITHOUT_LETTER.indexOf(letter) >= 0;
    return known ? letter & 0x1f : -1;
  }

  public Watch watch() {
    return new Watch();
  }

  /** Looks for the keys in what is typed, and keeps back what may be their begin. */
  public final class Watch {
    private int matched;

    /** Whether all the keys have been typed. */
    public boolean isComplete() {
      return matched == keys.length();
    }

    /** What of the input goes on to the process. */
    public byte[] passing(byte[] typed, int length) {
      var passing = new ByteArrayOutputStream(length);
      for (int i = 0; i < length && !isComplete(); i++) {
        pass(typed[i], passing);
      }
      return passing.toByteArray();
    }

    private void pass(byte typed, ByteArrayOutputStream passing) {
      if (typed != keys.charAt(matched)) {
        keys.substring(0, matched).chars().forEach(passing::write);
        matched = 0;
      }
      if (typed == keys.charAt(matched)) {
        matched++;
        return;
      }
      passing.write(typed);
    }
  }
}
