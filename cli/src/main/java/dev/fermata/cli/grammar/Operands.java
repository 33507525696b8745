package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What stands behind the flags, as usage lines write it: {@code SERVICE [COMMAND] [ARG...]}. How
 * many there may be follows from that.
 */
public record Operands(String usage, FlagsEnd flagsEnd) {

  /** Up to where a word that begins with a dash is a flag. */
  public enum FlagsEnd {
    /** Flags and operands may stand in any order. */
    AT_TWO_DASHES,
    /** What follows the first operand belongs to the program that is called by it. */
    AT_FIRST_OPERAND
  }

  public static final Operands NONE = of("");
  public static final Operands SERVICES = of("[SERVICE...]");

  public static Operands of(String usage) {
    return new Operands(usage, FlagsEnd.AT_TWO_DASHES);
  }

  /** For a command that calls a program: its arguments are its own, however they look. */
  public static Operands ofCall(String usage) {
    return new Operands(usage, FlagsEnd.AT_FIRST_OPERAND);
  }

  boolean isNone() {
    return usage.isEmpty();
  }

  /** The words that must be there. */
  List<String> required() {
    var required = new ArrayList<String>();
    for (String word : words()) {
      if (!word.startsWith("[")) {
        required.add(word);
      }
    }
    return required;
  }

  /** Says what lacks, or is too much. */
  void check(String called, List<String> given) {
    List<String> required = required();
    if (given.size() < required.size()) {
      String lacking = required.get(given.size()).replace("...", "");
      throw new Misuse("`" + called + "` lacks its " + lacking, see(called));
    }
    boolean isOpen = usage.contains("...");
    if (!isOpen && given.size() > words().size()) {
      String superfluous = given.get(words().size());
      String further = isNone() ? "" : "further ";
      throw new Misuse(
          "`" + called + "` takes no " + further + "argument `" + superfluous + "`", see(called));
    }
  }

  static Optional<String> see(String called) {
    return Optional.of("see `" + called + " --help`");
  }

  List<String> words() {
    return isNone() ? List.of() : Arrays.asList(usage.split(" ", -1));
  }
}
