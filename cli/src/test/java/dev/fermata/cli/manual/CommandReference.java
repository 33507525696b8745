package dev.fermata.cli.manual;

import static java.util.stream.Collectors.joining;

import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.HelpPage;
import dev.fermata.cli.grammar.HelpPages;
import dev.fermata.cli.grammar.Syntax;
import dev.fermata.cli.grammar.Vocabulary;
import dev.fermata.cli.manual.ComposeCommands.ComposeFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Writes {@code docs/commands.md}: the tables of the grammar beside what Docker Compose has. */
final class CommandReference {
  private static final String INTRODUCTION =
      """
      # Commands

      Every command with its flags, beside those of Docker Compose 5.7.1. This file is made from the tables that are the
      grammar, as `--help`, the manual pages and completion are; to rewrite it, run the tests of `cli` with
      `-Dfermata.golden=write`. In the last column: *same*, *own* (Docker Compose has no such flag), or what is different and why.
      How what commands do differs is in [differences.md](differences.md).
      """;

  private final HelpPages<?> pages;
  private final List<Flag<?>> globals;
  private final Vocabulary<?> vocabulary;
  private final ComposeCommands theirs;

  CommandReference(List<Flag<?>> globals, Vocabulary<?> vocabulary, ComposeCommands theirs) {
    this.pages = new HelpPages<>("fermata", globals, vocabulary);
    this.globals = globals;
    this.vocabulary = vocabulary;
    this.theirs = theirs;
  }

  String text() {
    var sections = new ArrayList<String>();
    sections.add(INTRODUCTION);
    sections.add(
        "## Flags of every command\nThey may stand before the command's name or behind it.\n\n"
            + table(ComposeCommands.EVERY, pages.overview().flags(), globals));
    vocabulary.names().forEach(name -> sections.add(section(name)));
    sections.add(missing());
    return String.join("\n", sections);
  }

  private String section(String name) {
    HelpPage.OfCommand page = pages.command(name);
    Syntax command = page.command();
    String own = theirs.flags().containsKey(name) ? "" : " Docker Compose has no such command.";
    String examples =
        command.examples().stream()
            .map(it -> "# " + it.purpose() + "\nfermata " + it.arguments() + "\n")
            .collect(joining());
    return """
    ## %s
    `%s %s`

    %s.%s
    ```
    %s```
    %s%s\
    """
        .formatted(
            name,
            page.called(),
            page.usage(),
            command.summary(),
            own,
            examples,
            table(name, page.flags(), withGlobals(command.flags())),
            exclusions(command.exclusions()));
  }

  /** A flag of every command may stand behind each. */
  private Collection<Flag<?>> withGlobals(List<Flag<?>> own) {
    var all = new ArrayList<Flag<?>>(own);
    all.addAll(globals);
    return all;
  }

  private String table(String command, List<Flag<?>> shown, Collection<Flag<?>> all) {
    var lines = new ArrayList<String>();
    for (Flag<?> flag : shown) {
      if (!flag.name().equals("--help")) {
        FlagForm form = FlagForm.of(flag);
        lines.add(row(form.names() + form.value(), form.about(), comparison(command, flag)));
      }
    }
    for (ComposeFlag flag : theirs.flags().getOrDefault(command, List.of())) {
      if (flag.fault(all).isPresent() && flag.among(shown).isEmpty()) {
        lines.add(row(flag.name(), "", reason(command, flag)));
      }
    }
    return lines.isEmpty()
        ? ""
        : "\n| flag | | Docker Compose |\n| --- | --- | --- |\n" + joined(lines);
  }

  private String comparison(String command, Flag<?> flag) {
    List<ComposeFlag> same =
        theirs.flags().getOrDefault(command, List.of()).stream()
            .filter(it -> flag.spellings().contains(it.name()))
            .toList();
    if (same.isEmpty()) {
      return "own";
    }
    return same.stream()
        .filter(it -> it.fault(List.of(flag)).isPresent())
        .findFirst()
        .map(it -> reason(command, it))
        .orElse("same");
  }

  private String reason(String command, ComposeFlag flag) {
    return theirs.reasons().getOrDefault(command + " " + flag.name(), "not there yet");
  }

  private static String exclusions(List<Exclusion> exclusions) {
    if (exclusions.isEmpty()) {
      return "";
    }
    return "\nNot together: "
        + exclusions.stream()
            .map(it -> "`" + it.one() + "` and `" + it.other() + "`")
            .collect(joining(", "))
        + ".\n";
  }

  private String missing() {
    List<String> lines =
        theirs.flags().keySet().stream()
            .filter(name -> !name.equals(ComposeCommands.EVERY))
            .filter(name -> !vocabulary.names().contains(name))
            .map(name ->
                "| `%s` | %s |"
                    .formatted(name, theirs.reasons().getOrDefault(name, "not there yet")))
            .toList();
    return "## Commands of Docker Compose that Fermata has not\n"
        + (lines.isEmpty() ? "None.\n" : "| command | |\n| --- | --- |\n" + joined(lines));
  }

  private static String row(String flag, String about, String comparison) {
    return "| `%s` | %s | %s |".formatted(flag, about.replace("|", "\\|"), comparison);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
