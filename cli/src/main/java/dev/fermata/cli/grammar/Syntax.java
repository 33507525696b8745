package dev.fermata.cli.grammar;

import java.util.List;

/** How one command is called. */
public interface Syntax {

  /** One sentence for the help. */
  String summary();

  List<Flag<?>> flags();

  default List<Exclusion> exclusions() {
    return List.of();
  }

  /** What stands behind the flags. */
  default Operands operands() {
    return Operands.SERVICES;
  }
}
