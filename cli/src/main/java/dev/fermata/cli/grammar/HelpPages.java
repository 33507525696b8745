package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The pages that there are: one for each command, one for those below a word, and one of all. */
public record HelpPages<C extends Syntax>(
    String program, List<Flag<?>> globals, Vocabulary<C> vocabulary) {
  private static final String SUMMARY =
      "Brings Compose projects up, each service when what it needs is ready.";

  /** What a first day needs. */
  private static final List<Syntax.Example> FIRST_STEPS =
      List.of(
          new Syntax.Example("up -d", "Bring everything up, and return when all has started"),
          new Syntax.Example("plan", "What `up` would do, and why"),
          new Syntax.Example("logs -f web", "What `web` says from now on"));

  public HelpPage.OfCommand command(String name) {
    return command(name, vocabulary.command(name));
  }

  HelpPage.OfCommand command(String name, Syntax command) {
    return new HelpPage.OfCommand(program, program + " " + name, command, shown(command.flags()));
  }

  public HelpPage.Listing overview() {
    List<HelpPage.Entry> entries = entries(vocabulary.names(), 0);
    return new HelpPage.Listing(
        program,
        program,
        "[OPTIONS] COMMAND [ARG...]",
        SUMMARY,
        shown(globals),
        entries,
        FIRST_STEPS);
  }

  /** The commands whose names begin with the same words. */
  HelpPage.Listing group(String name, List<String> below) {
    List<HelpPage.Entry> entries = entries(below, name.length() + 1);
    return new HelpPage.Listing(
        program, program + " " + name, "COMMAND [ARG...]", "", List.of(), entries, List.of());
  }

  private List<HelpPage.Entry> entries(List<String> names, int shownFrom) {
    return names.stream()
        .map(name ->
            new HelpPage.Entry(name.substring(shownFrom), vocabulary.command(name).summary()))
        .toList();
  }

  /** Those that help shows, and help itself, by name. */
  static List<Flag<?>> shown(Collection<Flag<?>> flags) {
    var shown = new ArrayList<Flag<?>>(flags);
    shown.add(Specs.HELP);
    shown.removeIf(Flag::isHidden);
    shown.sort(Comparator.comparing(flag -> flag.name().toLowerCase(Locale.ROOT)));
    return shown;
  }
}
