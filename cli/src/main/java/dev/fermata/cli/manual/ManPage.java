package dev.fermata.cli.manual;

import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.HelpPage;
import dev.fermata.cli.grammar.Syntax.Example;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * A help page as {@code man} reads it. Nothing in it depends on when it was made, so that the same
 * program has the same pages.
 */
public record ManPage(String name, String text) {

  /** {@code version} is shown at the foot. */
  public static ManPage of(HelpPage page, String version) {
    String name = page.called().replace(' ', '-');
    var lines = new ArrayList<String>();
    lines.add(
        ".TH \"%s\" 1 \"\" \"Fermata %s\" \"Fermata\""
            .formatted(name.toUpperCase(Locale.ROOT), version));
    switch (page) {
      case HelpPage.OfCommand command -> add(lines, name, command);
      case HelpPage.Listing listing -> add(lines, name, listing);
    }
    return new ManPage(name, String.join("\n", lines) + "\n");
  }

  private static void add(List<String> lines, String name, HelpPage.OfCommand page) {
    head(lines, name, page.command().summary(), page.called(), page.usage());
    options(lines, page.flags());
    exclusions(lines, page.command().exclusions());
    examples(lines, page.program(), page.command().examples());
    lines.add(".SH SEE ALSO");
    lines.add(".BR %s (1)".formatted(escaped(page.program())));
  }

  private static void add(List<String> lines, String name, HelpPage.Listing page) {
    head(lines, name, page.summary(), page.called(), page.usage());
    options(lines, page.flags());
    lines.add(".SH COMMANDS");
    for (HelpPage.Entry entry : page.entries()) {
      String of = (page.called() + " " + entry.name()).replace(' ', '-');
      item(lines, "\\fB" + escaped(of) + "\\fR(1)", entry.summary());
    }
    examples(lines, page.program(), page.examples());
  }

  private static void head(
      List<String> lines, String name, String summary, String called, String usage) {
    lines.add(".SH NAME");
    lines.add(escaped(name) + " \\- " + escaped(summary));
    lines.add(".SH SYNOPSIS");
    lines.add("\\fB" + escaped(called) + "\\fR " + escaped(usage));
  }

  private static void options(List<String> lines, Collection<Flag<?>> flags) {
    lines.add(".SH OPTIONS");
    for (Flag<?> flag : flags) {
      FlagForm form = FlagForm.of(flag);
      String names = "\\fB" + escaped(form.names()) + "\\fR";
      item(lines, names + "\\fI" + escaped(form.value()) + "\\fR", form.about());
    }
  }

  private static void exclusions(List<String> lines, List<Exclusion> exclusions) {
    if (exclusions.isEmpty()) {
      return;
    }
    lines.add(".PP");
    lines.add("Of each of these pairs only one may be given:");
    for (Exclusion pair : exclusions) {
      lines.add(".br");
      lines.add(
          "\\fB%s\\fR, \\fB%s\\fR"
              .formatted(escaped(pair.one().name()), escaped(pair.other().name())));
    }
  }

  private static void examples(List<String> lines, String program, List<Example> examples) {
    lines.add(".SH EXAMPLES");
    for (Example example : examples) {
      item(lines, escaped(example.purpose()), "");
      lines.add("\\fB" + escaped(program + " " + example.arguments()) + "\\fR");
    }
  }

  private static void item(List<String> lines, String term, String about) {
    lines.add(".TP");
    lines.add(term);
    if (!about.isEmpty()) {
      lines.add(escaped(about));
    }
  }

  /** What roff would take for its own: backslashes, hyphens in names, and dots at the beginning. */
  private static String escaped(String text) {
    String literal = text.replace("\\", "\\e").replace("-", "\\-");
    return literal.startsWith(".") || literal.startsWith("'") ? "\\&" + literal : literal;
  }
}
