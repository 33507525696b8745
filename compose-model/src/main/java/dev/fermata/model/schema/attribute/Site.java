package dev.fermata.model.schema.attribute;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Path;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.List;

/** A place of the document that a walk has come to, and where it puts what it finds. */
public record Site(
    Path path, List<Diagnostic> findings, Texts texts, Budget ports, List<Table> usualTables) {
  private static final int MAX_PORTS = 100_000;

  /** Whether variables are filled in, or still stand in the texts. */
  public enum Texts {
    INTERPOLATED,
    UNINTERPOLATED
  }

  public static Site root(List<Diagnostic> findings) {
    return new Site(Path.ROOT, findings, Texts.INTERPOLATED, portsOfAProject(), List.of());
  }

  /** For a document whose variables are left as they are. */
  public static Site uninterpolated(List<Diagnostic> findings) {
    return new Site(Path.ROOT, findings, Texts.UNINTERPOLATED, portsOfAProject(), List.of());
  }

  /** For the ports that the ranges of a whole project may stand for. */
  public static Budget portsOfAProject() {
    return new Budget(MAX_PORTS);
  }

  public Site drawingOn(Budget budget) {
    return new Site(path, findings, texts, budget, usualTables);
  }

  /** The same, where an attribute that is unknown at its place may belong into these tables. */
  public Site lookingIn(List<Table> tables) {
    return new Site(path, findings, texts, ports, tables);
  }

  /** Whether variables still stand in the texts. */
  public boolean isUninterpolated() {
    return texts == Texts.UNINTERPOLATED;
  }

  /** Whether variables may still make anything of a text. */
  public boolean mayChange(String text) {
    return isUninterpolated() && text.contains("$");
  }

  public Site key(String key) {
    return new Site(path.key(key), findings, texts, ports, usualTables);
  }

  public Site index(int index) {
    return new Site(path.index(index), findings, texts, ports, usualTables);
  }

  /** The name of the attribute here, for messages: {@code ports}, {@code ports[0]}. */
  public String name() {
    List<String> segments = path.segments();
    int from = segments.size() - 1;
    while (from > 0 && segments.get(from).startsWith("[")) {
      from--;
    }
    return from < 0 ? "the file" : String.join("", segments.subList(from, segments.size()));
  }

  public void add(Diagnostic diagnostic) {
    findings.add(diagnostic);
  }

  /** Reports an error and stands in for the node that has it. */
  public Node faulty(
      Code code, Span span, @CompileTimeConstant String template, MessagePart... parts) {
    add(Diagnostic.error(code, span, template, parts));
    return new Faulty(span);
  }

  /** Reports a value of the wrong type; one that is faulty has been reported already. */
  public Node wrongType(Node node, String expected) {
    if (node instanceof Faulty || mayChange(Nodes.text(node))) {
      return node;
    }
    Diagnostic error =
        Diagnostic.error(
            Code.WRONG_TYPE,
            node.span(),
            "`%s` must be %s, not %s",
            Quote.name(name()),
            Quote.word(expected),
            Quote.word(Nodes.describe(node)));
    add(WrongType.hint(node, expected).map(error::hint).orElse(error));
    return new Faulty(node.span());
  }
}
