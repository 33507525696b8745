package dev.fermata.runner.docker.image;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A {@code .dockerignore}, by the engine's rules: patterns match a path or one of its parents, the
 * last one that matches decides, {@code !} takes back.
 */
final class IgnoreRules {
  static final IgnoreRules NONE = new IgnoreRules(List.of());

  private record Rule(Pattern pattern, boolean takesBack, String literalStart) {}

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static IgnoreRules parse(String text) {
    var rules = new ArrayList<Rule>();
    for (String line : text.replace("\uFEFF", "").split("\r?\n", -1)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        rules.add(rule(line.strip()));
      }
    }
    return new IgnoreRules(rules);
  }

  private static Rule rule(String line) {
    boolean takesBack = line.startsWith("!");
    String path = clean(takesBack ? line.substring(1).strip() : line);
    String start = path.replaceFirst("[*?\\[\\\\].*$", "");
    return new Rule(Pattern.compile(regex(path)), takesBack, start);
  }

  /** As Go's {@code filepath.Clean}, without a slash in front. */
  private static String clean(String path) {
    var parts = new ArrayList<String>();
    for (String part : path.split("/+", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !parts.getLast().equals("..")) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !part.equals("..")) {
        parts.add(part);
      }
    }
    return String.join("/", parts);
  }

  private static String regex(String path) {
    var regex = new StringBuilder();
    int at = 0;
    while (at < path.length()) {
      char letter = path.charAt(at++);
      if (letter == '*' && at < path.length() && path.charAt(at) == '*') {
        at += path.startsWith("/", at + 1) ? 2 : 1;
        regex.append(at >= path.length() ? ".*" : "(.*/)?");
      } else if (letter == '*') {
        regex.append("[^/]*");
      } else if (letter == '?') {
        regex.append("[^/]");
      } else if (letter == '\\' && at < path.length()) {
        regex.append(Pattern.quote(path.substring(at, ++at)));
      } else if (letter == '[' && path.indexOf(']', at) > 0) {
        int end = path.indexOf(']', at);
        regex.append('[').append(path, at, end).append(']');
        at = end + 1;
      } else {
        regex.append(Pattern.quote(String.valueOf(letter)));
      }
    }
    return regex.toString();
  }

  /** Whether a path, relative and with slashes, stays behind. */
  boolean ignores(String path) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.takesBack() == ignored && matchesOrParent(rule.pattern(), path)) {
        ignored = !rule.takesBack();
      }
    }
    return ignored;
  }

  /** Whether something below an ignored folder may be taken back. */
  boolean mayTakeBackBelow(String folder) {
    String below = folder + "/";
    return rules.stream()
        .filter(Rule::takesBack)
        .map(Rule::literalStart)
        .anyMatch(start -> start.startsWith(below) || below.startsWith(start));
  }

  private static boolean matchesOrParent(Pattern pattern, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return false;
  }
}
