package dev.fermata.cli.manual;

import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.HelpPage;
import dev.fermata.cli.grammar.Syntax.Example;
import dev.fermata.model.report.DiagnosticText.Colours;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** A help page as a terminal shows it. */
public final class HelpText {
  private static final int WIDTH = 80;

  /** A longer left side stands on a line of its own. */
  private static final int WIDEST_LEFT = 28;

  private static final String INDENT = "  ";
  private final Colours colours;

  public HelpText(Colours colours) {
    this.colours = colours;
  }

  /** What stands on the left of a table, and as it is painted. */
  private record Row(String left, String painted, String about) {}

  public String of(HelpPage page) {
    return switch (page) {
      case HelpPage.OfCommand command -> text(command);
      case HelpPage.Listing listing -> text(listing);
    };
  }

  private String text(HelpPage.OfCommand page) {
    var lines = head(page.called(), page.usage(), page.command().summary());
    lines.addAll(options(page.flags()));
    lines.addAll(examples(page.program(), page.command().examples()));
    lines.add("");
    lines.add(remark("Flags of every command: " + page.program() + " --help"));
    return joined(lines);
  }

  private String text(HelpPage.Listing page) {
    var lines = head(page.called(), page.usage(), page.summary());
    lines.addAll(options(page.flags()));
    List<Row> rows =
        page.entries().stream()
            .map(entry ->
                new Row(entry.name(), Role.COMMAND.in(colours, entry.name()), entry.summary()))
            .toList();
    lines.addAll(section("Commands", rows));
    lines.addAll(examples(page.program(), page.examples()));
    lines.add("");
    lines.add(remark("Try `" + page.called() + " COMMAND --help` for one command."));
    return joined(lines);
  }

  private List<String> head(String called, String usage, String summary) {
    var lines = new ArrayList<String>();
    String heading = Role.HEADING.in(colours, "Usage:");
    lines.add((heading + " " + Role.COMMAND.in(colours, called) + " " + usage).stripTrailing());
    if (!summary.isEmpty()) {
      lines.add("");
      lines.addAll(Wrapped.lines(summary, WIDTH));
    }
    return lines;
  }

  private List<String> options(Collection<Flag<?>> flags) {
    List<Row> rows = flags.stream().map(FlagForm::of).map(form -> row(form)).toList();
    return section("Options", rows);
  }

  private Row row(FlagForm form) {
    String painted =
        form.gap() + Role.FLAG.in(colours, form.names()) + Role.VALUE.in(colours, form.value());
    return new Row(form.gap() + form.names() + form.value(), painted, form.about());
  }

  private List<String> section(String title, List<Row> rows) {
    if (rows.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of("", Role.HEADING.in(colours, title + ":")));
    int column =
        rows.stream()
            .mapToInt(row -> row.left().length())
            .filter(length -> length <= WIDEST_LEFT)
            .max()
            .orElse(WIDEST_LEFT);
    rows.forEach(row -> lines.addAll(lines(row, column)));
    return lines;
  }

  private List<String> lines(Row row, int column) {
    int indent = INDENT.length() + column + 2;
    List<String> about = Wrapped.lines(row.about(), WIDTH - indent);
    var lines = new ArrayList<String>();
    boolean fits = row.left().length() <= column;
    String space = fits ? " ".repeat(column + 2 - row.left().length()) : "";
    lines.add((INDENT + row.painted() + space + (fits ? about.getFirst() : "")).stripTrailing());
    Stream<String> rest = about.stream().skip(fits ? 1 : 0);
    rest.forEach(line -> lines.add(" ".repeat(indent) + line));
    return lines;
  }

  private List<String> examples(String program, List<Example> examples) {
    if (examples.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<>(List.of("", Role.HEADING.in(colours, "Examples:")));
    for (Example example : examples) {
      lines.add(INDENT + remark("# " + example.purpose()));
      lines.add(INDENT + Role.COMMAND.in(colours, program) + " " + example.arguments());
    }
    return lines;
  }

  private String remark(String text) {
    return Role.REMARK.in(colours, text);
  }

  private static String joined(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
