package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.Nodes;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which warnings the user does not want to hear: named by the call, by {@code x-fermata} for the
 * whole project, or by a comment for one line. An error is never silenced.
 */
final class Silence {
  private static final Pattern COMMENT =
      Pattern.compile("(?:^|\\s)#\\s*fermata:\\s*ignore=\\s*([\\w-]+(?:\\s*,\\s*[\\w-]+)*)");
  private static final Pattern CODE = Pattern.compile("[\\w-]+");

  private final Set<String> everywhere = new HashSet<>();
  private final List<Diagnostic> unknown = new ArrayList<>();

  /** The codes that the comments of each file name, by line. */
  private final Map<SourceText, Map<Integer, Set<String>>> comments = new HashMap<>();

  private Silence() {}

  static Silence of(List<Node> documents, List<String> ignored) {
    var silence = new Silence();
    ignored.forEach(code -> silence.everywhere(code, Span.of("--ignore")));
    var sources = new LinkedHashSet<SourceText>();
    for (Node document : documents) {
      silence.project(document);
      sources.add(document.span().source());
    }
    sources.forEach(silence::checkComments);
    return silence;
  }

  /** A finding for each code that is silenced and does not exist. */
  List<Diagnostic> unknown() {
    return unknown;
  }

  boolean allows(Diagnostic diagnostic) {
    String code = diagnostic.code().text();
    boolean silenced =
        everywhere.contains(code)
            || diagnostic.span().filter(span -> isSilencedAt(span, code)).isPresent();
    return diagnostic.isError() || !silenced;
  }

  private void project(Node document) {
    if (document instanceof Mapping root
        && root.get("x-fermata").orElse(null) instanceof Mapping fermata
        && fermata.get("lint").orElse(null) instanceof Mapping lint) {
      lint.get("ignore").ifPresent(this::ignored);
    }
  }

  private void ignored(Node node) {
    if (node instanceof Sequence sequence) {
      sequence.items().forEach(item -> everywhere(Nodes.text(item), item.span()));
    } else if (node instanceof Scalar scalar) {
      everywhere(scalar.text(), scalar.span());
    }
  }

  private void everywhere(String code, Span span) {
    everywhere.add(code);
    check(code, span);
  }

  private void check(String code, Span span) {
    List<String> known = Arrays.stream(Code.values()).map(Code::text).toList();
    if (known.contains(code)) {
      return;
    }
    Diagnostic doubt =
        Diagnostic.warning(Code.UNKNOWN_CODE, span, "there is no message `" + code + "`");
    unknown.add(
        doubt.hint(
            Suggestion.closest(code, known)
                .map(near -> "did you mean `" + near + "`?")
                .orElse("codes stand in brackets behind a message, such as `[yaml-trap]`")));
  }

  private void checkComments(SourceText source) {
    if (!source.text().contains("fermata:")) {
      return;
    }
    for (int line = 1; line <= source.lineCount(); line++) {
      Matcher comment = COMMENT.matcher(source.line(line));
      if (comment.find()) {
        Matcher code = CODE.matcher(comment.group(1));
        while (code.find()) {
          var start = new Position(line, comment.start(1) + 1);
          check(
              code.group(), new Span(source, start, start).at(code.start(), code.group().length()));
        }
      }
    }
  }

  /** By a comment on the line itself, or by one above that has a line of its own. */
  private boolean isSilencedAt(Span span, String code) {
    SourceText source = span.source();
    Map<Integer, Set<String>> named = comments.computeIfAbsent(source, Silence::comments);
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

  private static Map<Integer, Set<String>> comments(SourceText source) {
    var named = new HashMap<Integer, Set<String>>();
    if (!source.text().contains("fermata:")) {
      return named;
    }
    for (int line = 1; line <= source.lineCount(); line++) {
      Matcher comment = COMMENT.matcher(source.line(line));
      if (comment.find()) {
        Stream<String> codes = CODE.matcher(comment.group(1)).results().map(MatchResult::group);
        named.put(line, codes.collect(Collectors.toSet()));
      }
    }
    return named;
  }
}
