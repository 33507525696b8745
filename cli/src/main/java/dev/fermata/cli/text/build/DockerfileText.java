package dev.fermata.cli.text.build;

import dev.fermata.model.diagnostic.ControlCharacters;
import dev.fermata.model.report.DiagnosticText.Colours;
import dev.fermata.runner.engine.build.BuildFailure;
import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Places in Dockerfiles, in the form of diagnostics of compose files; {@code directory} is where
 * the user is.
 */
public record DockerfileText(Path directory, Colours colours) {
  private static final int WIDEST = 120;
  private static final String WARNING = "1;33";
  private static final String BOLD = "1";
  private static final String DIM = "2";
  private static final String HINT = "36";

  /** Place, sentence and rule on one line, the quoted line, and where the rule is explained. */
  public List<String> warning(DockerfileWarning warning) {
    var lines = new ArrayList<String>();
    String place = warning.place().map(this::place).map(it -> paint(BOLD, it) + ": ").orElse("");
    String rule = warning.rule().isEmpty() ? "" : paint(DIM, " [" + warning.rule() + "]");
    lines.add(
        place
            + paint(WARNING, "warning")
            + ": "
            + ControlCharacters.marked(warning.sentence())
            + rule);
    warning.place().ifPresent(it -> lines.addAll(quote(it, WARNING)));
    if (!warning.url().isEmpty()) {
      lines.add(paint(HINT, "  hint: ") + "see " + warning.url());
    }
    return lines;
  }

  /** What a failed step wrote last, and its line. */
  public List<String> failure(BuildFailure failure) {
    var lines = new ArrayList<String>();
    if (!failure.lastLines().isEmpty()) {
      lines.add("  its last lines:");
      failure.lastLines().forEach(line -> lines.add("    " + ControlCharacters.marked(line)));
    }
    failure
        .place()
        .ifPresent(place -> {
          lines.add("  at " + place(place));
          lines.addAll(quote(place, BOLD));
        });
    return lines;
  }

  private String place(DockerfilePlace place) {
    return shown(place.file()) + ":" + place.first() + ":" + (indent(line(place)) + 1);
  }

  /** What is beside or below the user's folder is shown from there. */
  private String shown(String file) {
    Path path = Path.of(file);
    return path.isAbsolute() && path.startsWith(directory)
        ? directory.relativize(path).toString()
        : file;
  }

  private List<String> quote(DockerfilePlace place, String caret) {
    String line = line(place);
    if (line.isBlank()) {
      return List.of();
    }
    String shown = line.length() > WIDEST ? line.substring(0, WIDEST) + "…" : line;
    String number = "%5d".formatted(place.first());
    int indent = indent(shown);
    return List.of(
        paint(DIM, number + " | ") + ControlCharacters.marked(shown),
        paint(DIM, " ".repeat(number.length()) + " | ")
            + shown.substring(0, indent).replaceAll("[^\t]", " ")
            + paint(caret, "^".repeat(shown.stripTrailing().length() - indent)));
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static String line(DockerfilePlace place) {
    return place.text().lines().skip(Math.max(0, place.first() - 1)).findFirst().orElse("");
  }

  private String paint(String number, String text) {
    return colours.paint(number, text);
  }
}
