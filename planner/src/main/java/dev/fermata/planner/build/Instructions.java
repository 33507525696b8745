package dev.fermata.planner.build;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile as its instructions, each with its continued lines joined and without the texts that
 * are written in it (heredocs). {@code frontend} tells whether its first lines name one.
 */
record Instructions(List<Instruction> all, Frontend frontend) {
  private static final Pattern DIRECTIVE =
      Pattern.compile("^#\\s*([A-Za-z][A-Za-z0-9]*)\\s*=\\s*(.*?)\\s*$");
  private static final Pattern HEREDOC =
      Pattern.compile("<<(-?)\\s*([\"']?)([A-Za-z_][A-Za-z0-9_]*)\\2");

  /** Whether a Dockerfile says by which frontend it is to be read. */
  enum Frontend {
    NAMED,
    BUILT_IN
  }

  /** {@code line} is where it begins, from 1; {@code name} is in capitals. */
  record Instruction(int line, String name, String rest) {
    boolean hasHeredoc() {
      return switch (name) {
        case "RUN", "COPY", "ADD" -> HEREDOC.matcher(rest).find();
        default -> false;
      };
    }
  }

  Instructions {
    all = List.copyOf(all);
  }

  static Instructions of(String text) {
    return new Reader(text).read();
  }

  /** Reads once, line by line. */
  private static final class Reader {
    private final List<String> lines;
    private final List<Instruction> found = new ArrayList<>();
    private Frontend frontend = Frontend.BUILT_IN;
    private char escape = '\\';
    private int next;

    Reader(String text) {
      this.lines = text.replace("\uFEFF", "").lines().toList();
    }

    Instructions read() {
      readDirectives();
      while (next < lines.size()) {
        if (isBlankOrComment(lines.get(next))) {
          next++;
        } else {
          readInstruction();
        }
      }
      return new Instructions(found, frontend);
    }

    /** They end at the first line that is none. */
    private void readDirectives() {
      while (next < lines.size()) {
        Matcher directive = DIRECTIVE.matcher(lines.get(next).strip());
        if (!directive.matches()) {
          return;
        }
        switch (directive.group(1).toLowerCase(Locale.ROOT)) {
          case "syntax" -> frontend = Frontend.NAMED;
          case "escape" -> escape = directive.group(2).startsWith("`") ? '`' : '\\';
          default -> {
            // Of the lint's, which does not matter here; or a comment, which ends them.
          }
        }
        next++;
      }
    }

    private void readInstruction() {
      int line = next + 1;
      String text = joined();
      String[] parts = text.split("\\s+", 2);
      String rest = parts.length > 1 ? parts[1] : "";
      var instruction = new Instruction(line, parts[0].toUpperCase(Locale.ROOT), rest);
      found.add(instruction);
      if (instruction.hasHeredoc()) {
        skipTexts(rest);
      }
    }

    /** With the lines that go on; comments and blank lines between them are none. */
    private String joined() {
      var text = new StringBuilder();
      while (next < lines.size()) {
        String line = lines.get(next);
        next++;
        if (!text.isEmpty() && isBlankOrComment(line)) {
          continue;
        }
        String stripped = line.stripTrailing();
        if (stripped.isEmpty() || stripped.charAt(stripped.length() - 1) != escape) {
          return text.append(line).toString().strip();
        }
        text.append(stripped, 0, stripped.length() - 1);
      }
      return text.toString().strip();
    }

    private void skipTexts(String rest) {
      Matcher opening = HEREDOC.matcher(rest);
      while (opening.find()) {
        boolean hasTabs = !opening.group(1).isEmpty();
        String end = opening.group(3);
        while (next < lines.size()) {
          String line = lines.get(next);
          next++;
          if ((hasTabs ? line.replaceFirst("^\t+", "") : line).equals(end)) {
            break;
          }
        }
      }
    }

    private static boolean isBlankOrComment(String line) {
      String stripped = line.strip();
      return stripped.isEmpty() || stripped.startsWith("#");
    }
  }
}
