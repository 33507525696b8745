package dev.fermata.runner.ignore;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A {@code .dockerignore}, by the engine's rules: patterns match a path or one of its parents, the
 * last one that matches decides, {@code !} takes back.
 */
public final class IgnoreRules {
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  private record Rule(Pattern pattern, boolean takesBack, String literalStart) {
    boolean leavesAllOut() {
      return !takesBack && pattern.pattern().equals("[^/]*");
    }
  }

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /** {@code file} is named where a line is no pattern. */
  public static IgnoreRules parse(String file, String text) {
    var rules = new ArrayList<Rule>();
    int number = 0;
    for (String line : text.replace("\uFEFF", "").split("\r?\n", -1)) {
      number++;
      if (!line.startsWith("#") && !line.isBlank()) {
        rules.add(rule(line.strip(), file + ":" + number));
      }
    }
    return new IgnoreRules(rules);
  }

  /** Patterns, one in each text; {@code place} is where they stand. */
  public static IgnoreRules of(String place, List<String> patterns) {
    return new IgnoreRules(
        patterns.stream()
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(pattern -> rule(pattern, place))
            .toList());
  }

  /** Those of the first of these files that the folder has. */
  public static IgnoreRules in(Path folder, List<String> names) throws IOException {
    for (String name : names) {
      Path file = folder.resolve(name);
      if (Files.isRegularFile(file)) {
        return parse(file.toString(), Files.readString(file));
      }
    }
    return NONE;
  }

  /**
   * The same where a {@code *} that leaves everything out is no reason to leave anything out: then
   * the file names what is sent, and says nothing of the rest.
   */
  public IgnoreRules unlessAll() {
    return rules.stream().anyMatch(Rule::leavesAllOut) ? NONE : this;
  }

  private static Rule rule(String line, String place) {
    boolean takesBack = line.startsWith("!");
    String path = clean(takesBack ? line.substring(1).strip() : line);
    String start = path.replaceFirst("[*?\\[\\\\].*$", "");
    try {
      return new Rule(PathPattern.compile(path), takesBack, start);
    } catch (PatternSyntaxException e) {
      throw new EngineException(
          Kind.INVALID,
          place + ": `" + line + "` is no pattern: " + e.getDescription(),
          "",
          "put a `\\` before what is meant as it is");
    }
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

  /** Whether a path, relative and with slashes, stays behind. */
  public boolean ignores(String path) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.takesBack() == ignored && matchesOrParent(rule.pattern(), path)) {
        ignored = !rule.takesBack();
      }
    }
    return ignored;
  }

  /** Whether something below an ignored folder may be taken back. */
  public boolean mayTakeBackBelow(String folder) {
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
