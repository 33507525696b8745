package dev.fermata.cli.grammar;

import java.util.Arrays;
import java.util.List;

/** Two flags that contradict each other; switches do so where both are on. */
public record Exclusion(Flag<?> one, Flag<?> other) {

  /** One flag against each of some. */
  public static List<Exclusion> of(Flag<?> one, Flag<?>... others) {
    return Arrays.<Flag<?>>stream(others).map(other -> new Exclusion(one, other)).toList();
  }

  void check(Arguments given) {
    if (given.isGiven(one) && given.isGiven(other)) {
      throw new Misuse("`" + one + "` and `" + other + "` exclude each other");
    }
  }
}
