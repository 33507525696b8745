package dev.fermata.cli.template;

import dev.fermata.cli.template.Node.Expression;
import dev.fermata.cli.template.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes a tree of the pieces. */
final class Parser {
  private static final int DEEPEST = 100;
  private static final Set<String> ENDS = Set.of("end", "else");
  static final String DOT = ".";

  private final List<Token> tokens;
  private final int length;
  private int next;
  private int depth;

  private Parser(List<Token> tokens, int length) {
    this.tokens = tokens;
    this.length = length;
  }

  static List<Node> tree(String template) throws TemplateException {
    var parser = new Parser(Lexer.tokens(template), template.length());
    List<Node> tree = parser.body();
    if (parser.next < parser.tokens.size()) {
      Token word = parser.tokens.get(parser.next + 1);
      throw new TemplateException("`" + word.text() + "` closes nothing", word.at() + 1);
    }
    return tree;
  }

  /** Up to the end or to an {@code end} or {@code else}, whose braces are left to be read. */
  private List<Node> body() throws TemplateException {
    var nodes = new ArrayList<Node>();
    while (next < tokens.size() && !isEnd()) {
      Token token = take();
      nodes.add(token.kind() == Kind.OUTSIDE ? new Node.Outside(token.text()) : action());
    }
    return nodes;
  }

  private boolean isEnd() {
    return tokens.get(next).kind() == Kind.OPEN
        && peek(1)
            .filter(word -> word.kind() == Kind.WORD && ENDS.contains(word.text()))
            .isPresent();
  }

  private Node action() throws TemplateException {
    Token first = peek(0).orElseThrow(this::ended);
    if (first.kind() == Kind.WORD && Set.of("if", "with", "range").contains(first.text())) {
      next++;
      deeper(first);
      Node node = block(first);
      depth--;
      return node;
    }
    if (first.kind() == Kind.VARIABLE && isAssigned(1)) {
      next++;
      boolean declared = take().text().equals(":=");
      var node = new Node.Assigned(first.text(), declared, pipeline(), first.at());
      close();
      return node;
    }
    var shown = new Node.Shown(pipeline());
    close();
    return shown;
  }

  private boolean isAssigned(int ahead) {
    return peek(ahead)
        .filter(sign -> sign.is(Kind.SIGN, ":=") || sign.is(Kind.SIGN, "="))
        .isPresent();
  }

  private Node block(Token word) throws TemplateException {
    List<String> names = word.text().equals("if") ? List.of() : names(word);
    Expression value = pipeline();
    close();
    List<Node> then = body();
    List<Node> otherwise = otherwise(word);
    return switch (word.text()) {
      case "if" -> new Node.If(value, then, otherwise);
      case "with" -> new Node.With(names.stream().findFirst(), value, then, otherwise);
      default -> new Node.Range(names, value, then, otherwise, word.at());
    };
  }

  /** {@code $x :=} or {@code $i, $x :=} before what is gone through. */
  private List<String> names(Token word) throws TemplateException {
    var names = new ArrayList<String>();
    boolean two =
        peek(1).filter(sign -> sign.is(Kind.SIGN, ",")).isPresent() && word.text().equals("range");
    if (peek(0).filter(name -> name.kind() == Kind.VARIABLE).isEmpty() || !(two || isAssigned(1))) {
      return names;
    }
    names.add(take().text());
    if (two) {
      next++;
      names.add(expect(Kind.VARIABLE, "a second variable").text());
    }
    expect(Kind.SIGN, "`:=`");
    return names;
  }

  /** Behind a body: {@code else}, {@code else if}, {@code end}. */
  private List<Node> otherwise(Token word) throws TemplateException {
    if (next >= tokens.size()) {
      throw new TemplateException("`" + word.text() + "` has no `end`", word.at() + 1);
    }
    next++;
    Token end = take();
    if (end.text().equals("end")) {
      close();
      return List.of();
    }
    Optional<Token> chained = peek(0).filter(token -> token.kind() == Kind.WORD);
    if (chained.isPresent()) {
      // An `else if` shares the `end` of its `if`.
      return List.of(action());
    }
    close();
    List<Node> otherwise = body();
    if (next >= tokens.size()) {
      throw new TemplateException("`" + word.text() + "` has no `end`", word.at() + 1);
    }
    next++;
    Token last = take();
    if (!last.text().equals("end")) {
      throw new TemplateException("`else` stands here for a second time", last.at() + 1);
    }
    close();
    return otherwise;
  }

  /** Each command's value is the last argument of the next one. */
  private Expression pipeline() throws TemplateException {
    Expression value = command(Optional.empty());
    while (peek(0).filter(sign -> sign.is(Kind.SIGN, "|")).isPresent()) {
      next++;
      value = command(Optional.of(value));
    }
    return value;
  }

  private Expression command(Optional<Expression> piped) throws TemplateException {
    Token first = peek(0).orElseThrow(this::ended);
    if (first.kind() == Kind.WORD && Functions.isKnown(first.text())) {
      next++;
      return new Node.Call(first.text(), arguments(piped), first.at());
    }
    Expression operand = operand();
    List<Expression> arguments = arguments(piped);
    if (arguments.isEmpty()) {
      return operand;
    }
    if (operand instanceof Node.Field field) {
      return new Node.Field(field.of(), field.name(), arguments, field.at());
    }
    throw new TemplateException("`" + first.text() + "` takes no argument", first.at() + 1);
  }

  private List<Expression> arguments(Optional<Expression> piped) throws TemplateException {
    var arguments = new ArrayList<Expression>();
    while (peek(0).filter(Parser::beginsOperand).isPresent()) {
      arguments.add(operand());
    }
    piped.ifPresent(arguments::add);
    return arguments;
  }

  private static boolean beginsOperand(Token token) {
    return switch (token.kind()) {
      case STRING, NUMBER, WORD, FIELD, DOT, VARIABLE -> true;
      case SIGN -> token.text().equals("(");
      case OUTSIDE, OPEN, CLOSE -> false;
    };
  }

  private Expression operand() throws TemplateException {
    Token token = peek(0).orElseThrow(this::ended);
    Expression value = simple(token);
    while (peek(0).filter(field -> field.kind() == Kind.FIELD && follows(field)).isPresent()) {
      Token field = take();
      value = new Node.Field(value, field.text(), List.of(), field.at());
    }
    return value;
  }

  /** A field belongs to what stands right before it: {@code $x.Name}, not {@code $x .Name}. */
  private boolean follows(Token field) {
    Token before = tokens.get(next - 1);
    int width =
        switch (before.kind()) {
          case FIELD -> before.text().length() + 1;
          case VARIABLE, SIGN -> before.text().length();
          case STRING, NUMBER, WORD, DOT, OUTSIDE, OPEN, CLOSE -> -1;
        };
    return before.at() + width == field.at();
  }

  private Expression simple(Token token) throws TemplateException {
    next++;
    return switch (token.kind()) {
      case STRING -> new Node.Constant(Datum.of(token.text()));
      case NUMBER -> new Node.Constant(Datum.of(Long.parseLong(token.text())));
      case DOT -> new Node.Variable(DOT, token.at());
      case VARIABLE -> new Node.Variable(token.text(), token.at());
      case FIELD ->
          new Node.Field(new Node.Variable(DOT, token.at()), token.text(), List.of(), token.at());
      case WORD -> word(token);
      case SIGN -> inBrackets(token);
      case OUTSIDE, OPEN, CLOSE -> throw unexpected(token);
    };
  }

  private static Expression word(Token token) throws TemplateException {
    return switch (token.text()) {
      case "true" -> new Node.Constant(new Datum.Truth(true));
      case "false" -> new Node.Constant(new Datum.Truth(false));
      case "nil" -> new Node.Constant(Datum.nothing());
      default -> {
        if (Functions.isKnown(token.text())) {
          yield new Node.Call(token.text(), List.of(), token.at());
        }
        throw new TemplateException("there is no function `" + token.text() + "`", token.at() + 1);
      }
    };
  }

  private Expression inBrackets(Token token) throws TemplateException {
    if (!token.text().equals("(")) {
      throw unexpected(token);
    }
    deeper(token);
    Expression inner = pipeline();
    Token close = peek(0).orElseThrow(this::ended);
    if (!close.is(Kind.SIGN, ")")) {
      throw new TemplateException("`(` is never closed by `)`", token.at() + 1);
    }
    next++;
    depth--;
    return inner;
  }

  private void deeper(Token token) throws TemplateException {
    depth++;
    if (depth > DEEPEST) {
      throw new TemplateException(
          "the template has more than " + DEEPEST + " levels", token.at() + 1);
    }
  }

  private void close() throws TemplateException {
    Token token = peek(0).orElseThrow(this::ended);
    if (token.kind() != Kind.CLOSE) {
      throw unexpected(token);
    }
    next++;
  }

  private Token expect(Kind kind, String wanted) throws TemplateException {
    Token token = take();
    if (token.kind() != kind) {
      throw new TemplateException("expected " + wanted, token.at() + 1);
    }
    return token;
  }

  private Token take() throws TemplateException {
    Token token = peek(0).orElseThrow(this::ended);
    next++;
    return token;
  }

  private Optional<Token> peek(int ahead) {
    return next + ahead < tokens.size() ? Optional.of(tokens.get(next + ahead)) : Optional.empty();
  }

  private static TemplateException unexpected(Token token) {
    String what =
        token.kind() == Kind.CLOSE
            ? "something is missing"
            : "`" + token.text() + "` is not expected";
    return new TemplateException(what + " here", token.at() + 1);
  }

  private TemplateException ended() {
    return new TemplateException("it ends too early", length);
  }
}
