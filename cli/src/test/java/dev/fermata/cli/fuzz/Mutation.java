package dev.fermata.cli.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/** Small damage of many kinds. The same numbers make the same damage. */
final class Mutation {
  private static final List<String> SPECIAL =
      List.of(
          "null",
          "~",
          "''",
          "[]",
          "{}",
          "!reset null",
          "!override {}",
          "*a",
          "&a",
          "-1",
          "0x",
          "1e9",
          ".inf",
          "true",
          "yes",
          "22:22",
          "${A:-}",
          "${",
          "$$",
          "\0",
          "\uFEFF",
          "\t",
          "x-a",
          "<<",
          "2024-01-01",
          "99999999999999999999",
          "service:web",
          "\u00e9\ud83d\ude00",
          "%",
          "|",
          ">-",
          "? ",
          "!!int x",
          "!!binary @",
          "---");

  private final RandomGenerator random;

  Mutation(RandomGenerator random) {
    this.random = random;
  }

  /** Up to three changes of {@code content}; {@code other} lends lines. */
  byte[] of(byte[] content, byte[] other) {
    byte[] changed = content;
    int count = random.nextInt(1, 4);
    for (int i = 0; i < count; i++) {
      changed = random.nextInt(8) == 0 ? flipped(changed) : bytes(edited(lines(changed), other));
    }
    return changed;
  }

  private byte[] flipped(byte[] content) {
    byte[] flipped = content.clone();
    if (flipped.length > 0) {
      flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }

  private List<String> edited(List<String> lines, byte[] other) {
    int at = random.nextInt(lines.size());
    String line = lines.get(at);
    switch (random.nextInt(7)) {
      case 0 -> lines.remove(at);
      case 1 -> lines.add(random.nextInt(lines.size()), line);
      case 2 -> lines.set(at, " ".repeat(random.nextInt(5)) + line);
      case 3 -> lines.set(at, line.startsWith(" ") ? line.substring(1) : line + " ");
      case 4 -> swapValues(lines, at);
      case 5 -> lines.set(at, withSpecial(line));
      default -> lines.addAll(at, part(lines(other)));
    }
    return lines;
  }

  private void swapValues(List<String> lines, int at) {
    int there = random.nextInt(lines.size());
    String one = lines.get(at);
    String other = lines.get(there);
    lines.set(at, key(one) + other.substring(key(other).length()));
    lines.set(there, key(other) + one.substring(key(one).length()));
  }

  private String withSpecial(String line) {
    String special = SPECIAL.get(random.nextInt(SPECIAL.size()));
    if (random.nextBoolean()) {
      return key(line) + " " + special;
    }
    int at = random.nextInt(line.length() + 1);
    return line.substring(0, at) + special + line.substring(at);
  }

  private static String key(String line) {
    return line.substring(0, line.indexOf(':') + 1);
  }

  private List<String> part(List<String> lines) {
    int from = random.nextInt(lines.size());
    return lines.subList(from, Math.min(lines.size(), from + random.nextInt(1, 6)));
  }

  /** Never empty. */
  private static List<String> lines(byte[] content) {
    var lines = new ArrayList<String>();
    Collections.addAll(lines, new String(content, StandardCharsets.UTF_8).split("\n", -1));
    return lines;
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(StandardCharsets.UTF_8);
  }
}
