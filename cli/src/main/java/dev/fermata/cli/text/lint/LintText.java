package dev.fermata.cli.text.lint;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.report.DiagnosticText;
import java.util.List;

/** Findings for people: each in full, and a line that counts them. */
public final class LintText {
  private LintText() {}

  /** Nothing at all where nothing was found. */
  public static String of(List<Diagnostic> found, DiagnosticText.Colours colours) {
    if (found.isEmpty()) {
      return "";
    }
    var text = new StringBuilder();
    var diagnostics = new DiagnosticText(colours);
    found.forEach(diagnostic -> text.append(diagnostics.of(diagnostic)).append('\n'));
    long errors = found.stream().filter(Diagnostic::isError).count();
    return text.append(count(errors, "error"))
        .append(", ")
        .append(count(found.size() - errors, "warning"))
        .append('\n')
        .toString();
  }

  private static String count(long number, String what) {
    return number == 1 ? "1 " + what : number + " " + what + "s";
  }
}
