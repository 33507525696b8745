package dev.fermata.cli.grammar;

import java.util.List;

/** What may stand where the cursor of a shell is. */
public sealed interface Wanted {

  /** The next word of a command's name. */
  record CommandWord(List<HelpPage.Entry> words) implements Wanted {}

  record FlagName(List<Flag<?>> flags) implements Wanted {}

  /** {@code before} is what of the word is the flag's own: {@code --pull=}. */
  record FlagValue(Flag<?> flag, String before) implements Wanted {}

  /** What an operand names; or one of the words that go on with the command's name. */
  record Operand(Named named, List<HelpPage.Entry> words) implements Wanted {}

  /** Nothing that is known of: the line makes no sense so far. */
  record Nothing() implements Wanted {}
}
