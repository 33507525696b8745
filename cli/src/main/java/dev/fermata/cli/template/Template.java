package dev.fermata.cli.template;

import java.util.List;

/**
 * A Go template: fields, variables, pipelines, {@code if}, {@code with}, {@code range}, and the
 * functions of Go and of the docker client. Parsed once, printed for each object.
 */
public final class Template {
  private final List<Node> tree;

  private Template(List<Node> tree) {
    this.tree = tree;
  }

  public static Template parse(String text) throws TemplateException {
    return new Template(Parser.tree(text));
  }

  public String text(Datum data) throws TemplateException {
    return Evaluation.text(tree, data, Evaluation.Row.VALUES);
  }

  /** The row above a table: the names of columns stand for their values. */
  public String headers(Datum.Fields names) throws TemplateException {
    return Evaluation.text(tree, names, Evaluation.Row.HEADERS);
  }
}
