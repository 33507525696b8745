package dev.fermata.cli.grammar;

import java.util.List;

/** What help says, before it is written for a terminal or a manual. */
public sealed interface HelpPage {

  /** The file name, or words, by which the program goes. */
  String program();

  /** The words that call what the page is about. */
  String called();

  /** One command; {@code flags} are its own that are shown, by name. */
  record OfCommand(String program, String called, Syntax command, List<Flag<?>> flags)
      implements HelpPage {
    public String usage() {
      return ("[OPTIONS] " + command.operands().usage()).strip();
    }
  }

  /** The commands whose names begin with the same words, or all. */
  record Listing(
      String program,
      String called,
      String usage,
      String summary,
      List<Flag<?>> flags,
      List<Entry> entries,
      List<Syntax.Example> examples)
      implements HelpPage {}

  /** One command of several. */
  record Entry(String name, String summary) {}
}
