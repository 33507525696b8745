package dev.fermata.cli.grammar;

import java.util.List;

/** How one command is called. */
public interface Syntax {

  /** One sentence for the help. */
  String summary();

  List<Flag<?>> flags();

  /** A call that teaches: what stands behind the program's name, and what it is good for. */
  record Example(String arguments, String purpose) {}

  /** For the help: two tell more than a list of flags. */
  default List<Example> examples() {
    return List.of();
  }

  default List<Exclusion> exclusions() {
    return List.of();
  }

  /** What stands behind the flags. */
  default Operands operands() {
    return Operands.SERVICES;
  }
}
