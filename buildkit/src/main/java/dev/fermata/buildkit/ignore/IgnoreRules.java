package dev.fermata.buildkit.ignore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@code .dockerignore}, by the engine's rules: patterns match a path or one of its parents, the
 * last one that matches decides, {@code !} takes back.
 */
public final class IgnoreRules {
  public static final IgnoreRules NONE = new IgnoreRules(List.of());

  private final List<String> lines;
  private final PathPatterns patterns;

  private IgnoreRules(List<String> lines) {
    this.lines = List.copyOf(lines);
    this.patterns = PathPatterns.of(lines);
  }

  /** {@code file} is named where a line is no pattern. */
  public static IgnoreRules parse(String file, String text) {
    var lines = new ArrayList<String>();
    int number = 0;
    for (String line : withoutMark(text).split("\r?\n", -1)) {
      number++;
      if (!line.startsWith("#") && !line.isBlank()) {
        lines.add(checked(relative(line.strip()), file + ":" + number));
      }
    }
    return new IgnoreRules(lines);
  }

  /** Patterns, one in each text; {@code place} is where they stand. */
  public static IgnoreRules of(String place, List<String> patterns) {
    return new IgnoreRules(
        patterns.stream()
            .map(String::strip)
            .filter(pattern -> !pattern.isEmpty())
            .map(pattern -> checked(relative(pattern), place))
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
    return lines.contains("*") ? NONE : this;
  }

  List<String> lines() {
    return lines;
  }

  private static String withoutMark(String text) {
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Without the slash in front, which means the folder that the rules are for. */
  private static String relative(String line) {
    boolean takesBack = line.startsWith("!");
    String path = takesBack ? line.substring(1).strip() : line;
    if (path.isEmpty()) {
      return line;
    }
    String clean = CleanPath.of(path);
    String relative = clean.length() > 1 && clean.startsWith("/") ? clean.substring(1) : clean;
    return takesBack ? "!" + relative : relative;
  }

  private static String checked(String line, String place) {
    try {
      PathPatterns.of(List.of(line));
      return line;
    } catch (PatternException e) {
      throw e.at(place);
    }
  }

  /** Whether a path, relative and with slashes, stays behind. */
  public boolean ignores(String path) {
    return patterns.matches(path);
  }

  /** Whether something below an ignored folder may be taken back. */
  public boolean mayTakeBackBelow(String folder) {
    return patterns.mayTakeBackBelow(folder);
  }
}
