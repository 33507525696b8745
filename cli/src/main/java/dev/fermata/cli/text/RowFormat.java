package dev.fermata.cli.text;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.cli.template.Datum;
import dev.fermata.cli.template.TemplateException;
import java.util.List;
import java.util.Optional;

/** How rows are printed: as {@code --format} says, in the docker client's words. */
public sealed interface RowFormat {

  /** An object per line. */
  record Json() implements RowFormat {}

  /** In columns, or in lines of the user's own. */
  record Templated(TemplateOutput template) implements RowFormat {}

  /** {@code columns} is the template that {@code table} stands for. */
  static RowFormat of(String format, String columns) {
    return switch (format) {
      case "json" -> new Json();
      case "table", "" -> new Templated(parsed("table " + columns));
      default -> new Templated(template(format).orElseThrow());
    };
  }

  /** The user's own template; empty where it is one of the two words. */
  static Optional<TemplateOutput> template(String format) {
    if (format.equals("table") || format.equals("json")) {
      return Optional.empty();
    }
    if (!TemplateOutput.isTemplate(format)) {
      throw new Misuse(
          "`--format` is table, json or a template such as `{{.Name}}`, not `" + format + "`");
    }
    return Optional.of(parsed(format));
  }

  private static TemplateOutput parsed(String format) {
    try {
      return TemplateOutput.by(format);
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }

  private static Misuse wrong(TemplateException e) {
    return new Misuse(
        "the template of `--format` is wrong at character %d: %s"
            .formatted(e.position(), e.getMessage()));
  }

  default List<String> lines(List<Datum.Fields> rows, Datum.Fields headers) {
    return switch (this) {
      case Json json -> rows.stream().map(Datum::json).toList();
      case Templated(TemplateOutput template) -> lines(template, rows, headers);
    };
  }

  /** What the template cannot print is a mistake of the user's, told with its place. */
  static List<String> lines(
      TemplateOutput template, List<Datum.Fields> rows, Datum.Fields headers) {
    try {
      return template.lines(rows, headers);
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }
}
