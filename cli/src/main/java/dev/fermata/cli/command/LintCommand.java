package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.lint.LintJson;
import dev.fermata.cli.text.lint.LintText;
import dev.fermata.cli.text.lint.Sarif;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.lint.Linter;
import dev.fermata.model.load.LoadRequest.Variant;
import java.util.List;
import java.util.Set;

/** Says what is wrong or doubtful about the files; needs no engine. */
final class LintCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("text", "json", "sarif"), "FORMAT", "text, json or sarif", "--format");
  private static final Flag<List<String>> IGNORE =
      Flag.texts("CODE", "A warning not to give", "--ignore");
  private static final Flag<Boolean> STRICT = Flag.off("Fail if there are warnings", "--strict");

  @Override
  public String summary() {
    return "Say what is wrong with the compose files, and what is doubtful";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("lint", "What is wrong, and what is doubtful"),
        new Example(
            "lint --strict --format sarif", "For a pipeline: fails where there are warnings"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, IGNORE, STRICT);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public Call read(Arguments given) {
    String format = given.get(FORMAT);
    List<String> ignored = given.get(IGNORE);
    boolean strict = given.has(STRICT);
    return session -> {
      var reading = new Projects(session).look(Set.of(Variant.ALL_RESOURCES, Variant.ALL_JOBS));
      List<Diagnostic> found = Linter.lint(reading, ignored);
      session.out().print(text(session, format, found));
      boolean fails = found.stream().anyMatch(diagnostic -> diagnostic.isError() || strict);
      return fails ? Ending.FOUND_MISTAKES : Ending.SUCCEEDED;
    };
  }

  private static String text(Session session, String format, List<Diagnostic> found) {
    return switch (format) {
      case "json" -> LintJson.of(found);
      case "sarif" -> Sarif.of(found);
      default -> LintText.of(found, session.outColours());
    };
  }
}
