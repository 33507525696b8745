package dev.fermata.buildkit.ignore;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Patterns in order, by moby's rules: one that matches a path or a parent of it decides, unless a
 * later one with a {@code !} takes it back. Paths are relative and have slashes.
 */
public final class PathPatterns {
  private static final String SPECIAL = "*[]?^\\";

  private record Rule(String text, PathPattern pattern, boolean takesBack) {

    /** The folder that a pattern means which ends in {@code /*} or {@code /**}. */
    String folder() {
      String all = text.endsWith("/**") ? text.substring(0, text.length() - 3) : text;
      return all.endsWith("/*") ? all.substring(0, all.length() - 2) : all;
    }

    boolean isPlain() {
      return folder().chars().noneMatch(letter -> SPECIAL.indexOf(letter) >= 0);
    }
  }

  /** What is known of a path: the answer, and which patterns matched, for what is below it. */
  public record Match(boolean matches, BitSet byPattern) {
    /** Of the top. */
    public static final Match NONE = new Match(false, new BitSet());
  }

  private final List<Rule> rules;
  private final List<String> matchable;
  private final List<String> takenBack;
  private final boolean plainMatchable;
  private final boolean plainTakenBack;

  private PathPatterns(List<Rule> rules) {
    this.rules = List.copyOf(rules);
    this.matchable = foldersOf(false);
    this.takenBack = foldersOf(true);
    this.plainMatchable = rules.stream().filter(rule -> !rule.takesBack()).allMatch(Rule::isPlain);
    this.plainTakenBack = rules.stream().filter(Rule::takesBack).allMatch(Rule::isPlain);
  }

  /** Throws a {@link PatternException} for the first one that is none. Empty ones do not count. */
  public static PathPatterns of(List<String> patterns) {
    var rules = new ArrayList<Rule>();
    for (String pattern : patterns) {
      String stripped = pattern.strip();
      if (!stripped.isEmpty()) {
        rules.add(rule(stripped));
      }
    }
    return new PathPatterns(rules);
  }

  private static Rule rule(String pattern) {
    String clean = CleanPath.of(pattern);
    if (!clean.startsWith("!")) {
      return new Rule(clean, PathPattern.compile(clean), false);
    }
    if (clean.length() == 1) {
      throw new PatternException(pattern, "nothing stands behind the `!`");
    }
    return new Rule(clean.substring(1), PathPattern.compile(clean.substring(1)), true);
  }

  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /** A path by itself. */
  public boolean matches(String path) {
    boolean matched = false;
    for (Rule rule : rules) {
      if (rule.takesBack() == matched && matchesOrParent(rule.pattern(), path)) {
        matched = !rule.takesBack();
      }
    }
    return matched;
  }

  private static boolean matchesOrParent(PathPattern pattern, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matches(path.substring(0, end))) {
        return true;
      }
    }
    return false;
  }

  /**
   * A path below a folder that is known, for walks. Patterns that could change nothing are not
   * looked at, here as in moby, and so may count for a folder and not for what is in it.
   */
  public Match below(Match parent, String path) {
    boolean matched = false;
    var byPattern = new BitSet(rules.size());
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      if (parent.byPattern().get(i)
          || (rule.takesBack() == matched && rule.pattern().matches(path))) {
        byPattern.set(i);
        matched = !rule.takesBack();
      }
    }
    return new Match(matched, byPattern);
  }

  /** Whether something below a folder that does not match may do so. */
  public boolean mayMatchBelow(String folder) {
    return !plainMatchable || anyBelow(matchable, folder);
  }

  /** Whether something below a folder that matches may be taken back. */
  public boolean mayTakeBackBelow(String folder) {
    return !plainTakenBack || anyBelow(takenBack, folder);
  }

  private static boolean anyBelow(List<String> folders, String folder) {
    String start = folder + "/";
    return folders.stream().anyMatch(one -> one.startsWith(start) || one.equals(folder));
  }

  private List<String> foldersOf(boolean takesBack) {
    return rules.stream().filter(rule -> rule.takesBack() == takesBack).map(Rule::folder).toList();
  }
}
