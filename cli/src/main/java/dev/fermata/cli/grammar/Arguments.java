package dev.fermata.cli.grammar;

import java.util.List;

/**
 * The values of a call's flags, whether they stand before or after the command's name, and its
 * operands.
 */
public final class Arguments {
  private final Given given;
  private final List<String> operands;
  private final List<String> notes;

  /** What was given of each flag, in order. */
  interface Given {
    List<String> of(Flag<?> flag);
  }

  Arguments(Given given, List<String> operands, List<String> notes) {
    this.given = given;
    this.operands = List.copyOf(operands);
    this.notes = List.copyOf(notes);
  }

  public <T> T get(Flag<T> flag) {
    return flag.read(given.of(flag));
  }

  /** Whether a switch is on. */
  public boolean has(Flag<Boolean> flag) {
    return get(flag);
  }

  public List<String> operands() {
    return operands;
  }

  /** What is to be said to who uses names of flags that are former ones. */
  public List<String> notes() {
    return notes;
  }

  /** Whether the flag is there and, where it is a switch, on. */
  boolean isGiven(Flag<?> flag) {
    List<String> texts = given.of(flag);
    return !texts.isEmpty() && !(flag.isSwitch() && texts.getLast().equals("false"));
  }
}
