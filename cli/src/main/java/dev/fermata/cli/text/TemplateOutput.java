package dev.fermata.cli.text;

import dev.fermata.cli.template.Datum;
import dev.fermata.cli.template.Template;
import dev.fermata.cli.template.TemplateException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Objects as lines in the format of the user's, as the docker client does it. */
public final class TemplateOutput {
  private static final String TABLE = "table";
  private final Template template;
  private final Shape shape;

  private enum Shape {
    LINES,
    TABLE
  }

  private TemplateOutput(Template template, Shape shape) {
    this.template = template;
    this.shape = shape;
  }

  /** A template, or one for the rows of a table: {@code table {{.Name}}\t{{.Status}}}. */
  public static TemplateOutput by(String format) throws TemplateException {
    String unescaped = format.replace("\\t", "\t").replace("\\n", "\n");
    boolean isTable = unescaped.startsWith(TABLE);
    String rows = isTable ? unescaped.substring(TABLE.length()).strip() : unescaped;
    return new TemplateOutput(Template.parse(rows), isTable ? Shape.TABLE : Shape.LINES);
  }

  /** Whether the text is a template at all; a word alone would print itself. */
  public static boolean isTemplate(String format) {
    return format.contains("{{");
  }

  public List<String> lines(List<Datum.Fields> objects, Datum.Fields headers)
      throws TemplateException {
    var lines = new ArrayList<String>();
    if (shape == Shape.TABLE) {
      lines.addAll(template.headers(headers).lines().toList());
    }
    for (Datum.Fields object : objects) {
      lines.addAll(Arrays.asList(template.text(object).split("\n", -1)));
    }
    return shape == Shape.TABLE
        ? Columns.lines(lines.stream().map(line -> List.of(line.split("\t", -1))).toList())
        : lines;
  }
}
