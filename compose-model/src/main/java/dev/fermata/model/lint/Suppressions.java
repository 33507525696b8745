package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which warnings the user does not want to hear: named by the call, by {@code x-fermata} for the
 * whole project, or by a comment for one line. An error is never silenced.
 */
final class Suppressions {
  private static final List<String> KNOWN = Arrays.stream(Code.values()).map(Code::text).toList();

  private final Set<String> everywhere = new HashSet<>();
  private final List<Diagnostic> withoutEffect = new ArrayList<>();

  /** The codes that the comments of each file name, by line. */
  private final Map<SourceText, Map<Integer, Set<String>>> comments = new HashMap<>();

  private Suppressions() {}

  static Suppressions of(List<Node> documents, List<String> ignored) {
    var silence = new Suppressions();
    ignored.forEach(code -> silence.everywhere(code, Span.of("--ignore")));
    OwnSettings own = OwnSettings.in(documents);
    own.ignored().forEach(code -> silence.everywhere(code.text(), code.span()));
    silence.withoutEffect.addAll(own.doubts());
    documents.stream()
        .map(document -> document.span().source())
        .distinct()
        .flatMap(source -> SuppressingComment.in(source).stream())
        .forEach(silence::comment);
    return silence;
  }

  /** A finding for each code that does not exist, and for what is not in a form that silences. */
  List<Diagnostic> withoutEffect() {
    return withoutEffect;
  }

  boolean allows(Diagnostic diagnostic) {
    String code = diagnostic.code().text();
    boolean silenced =
        everywhere.contains(code)
            || diagnostic.span().filter(span -> isSilencedAt(span, code)).isPresent();
    return diagnostic.isError() || !silenced;
  }

  private void everywhere(String code, Span span) {
    everywhere.add(code);
    check(code, span);
  }

  private void check(String code, Span span) {
    if (KNOWN.contains(code)) {
      return;
    }
    Diagnostic doubt =
        Diagnostic.warning(Code.UNKNOWN_CODE, span, "there is no message `%s`", Quote.name(code));
    withoutEffect.add(
        doubt.hint(
            DidYouMean.of(Quote.name(code), KNOWN)
                .orElse(
                    Message.of(
                        "codes stand in brackets behind a message, such as `[yaml-trap]`"))));
  }

  private void comment(SuppressingComment comment) {
    Map<Integer, Set<String>> lines =
        comments.computeIfAbsent(comment.span().source(), source -> new HashMap<>());
    for (SuppressingComment.Named code : comment.codes()) {
      lines.computeIfAbsent(comment.line(), line -> new HashSet<>()).add(code.text());
      check(code.text(), code.span());
    }
    if (comment.codes().isEmpty()) {
      checkForm(comment);
    }
  }

  private void checkForm(SuppressingComment comment) {
    List<String> meant = comment.guesses().stream().filter(KNOWN::contains).toList();
    if (meant.isEmpty() && !comment.speaksOfIgnoring()) {
      return;
    }
    String codes = meant.isEmpty() ? Code.FLOATING_IMAGE.text() : String.join(",", meant);
    withoutEffect.add(
        Diagnostic.warning(Code.SILENCES_NOTHING, comment.span(), "this comment silences nothing")
            .hint("write `# fermata: ignore=%s`", Quote.name(codes)));
  }

  /** By a comment on the line itself, or by one above that has a line of its own. */
  private boolean isSilencedAt(Span span, String code) {
    SourceText source = span.source();
    Map<Integer, Set<String>> named = comments.getOrDefault(source, Map.of());
    int line = span.start().line();
    if (named.isEmpty() || line > source.lineCount()) {
      return false;
    }
    if (named.getOrDefault(line, Set.of()).contains(code)) {
      return true;
    }
    for (line--; line >= 1 && source.line(line).strip().startsWith("#"); line--) {
      if (named.getOrDefault(line, Set.of()).contains(code)) {
        return true;
      }
    }
    return false;
  }
}
