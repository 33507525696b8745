package dev.fermata.cli.grammar;

import java.util.List;

/**
 * The commands that there are, by name; a sub-command's name has two words: {@code explain env}.
 */
public interface Vocabulary<C extends Syntax> {

  /** In the order in which help shows them. */
  List<String> names();

  /** Made when called only: a start pays for one command. */
  C command(String name);
}
