package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.LintJson;
import dev.fermata.cli.text.LintText;
import dev.fermata.cli.text.Sarif;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.lint.Linter;
import dev.fermata.model.load.LoadRequest.Variant;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Model.OptionSpec;

/** Says what is wrong or doubtful about the files; needs no engine. */
final class LintCommand implements Command {

  @Override
  public String summary() {
    return "Say what is wrong with the compose files, and what is doubtful";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        value("FORMAT", "text, json or sarif", "--format"),
        Flags.values("CODE", "A warning not to give", "--ignore"),
        flag("Fail if there are warnings", "--strict"));
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public Ending run(Session session) {
    Arguments given = session.given();
    String format = given.oneOf("--format", List.of("text", "json", "sarif"), "text");
    var reading = new Projects(session).look(Set.of(Variant.ALL_RESOURCES, Variant.ALL_JOBS));
    List<Diagnostic> found = Linter.lint(reading, given.texts("--ignore"));
    session.out().print(text(session, format, found));
    boolean fails = found.stream().anyMatch(d -> d.isError() || given.has("--strict"));
    return fails ? Ending.FOUND_MISTAKES : Ending.SUCCEEDED;
  }

  private static String text(Session session, String format, List<Diagnostic> found) {
    return switch (format) {
      case "json" -> LintJson.of(found);
      case "sarif" -> Sarif.of(found);
      default -> LintText.of(found, session.outColours());
    };
  }
}
