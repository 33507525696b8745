package dev.fermata.cli.command;

import static dev.fermata.cli.command.Flags.flag;
import static dev.fermata.cli.command.Flags.value;

import dev.fermata.cli.text.Version;
import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** Says which version this is; touches nothing. */
final class VersionCommand implements Command {

  @Override
  public String summary() {
    return "Show the version";
  }

  @Override
  public List<OptionSpec> options() {
    return List.of(
        value("FORMAT", "pretty or json", "-f", "--format"), flag("Only the number", "--short"));
  }

  @Override
  public String operands() {
    return "";
  }

  @Override
  public Ending run(Session session) {
    String format = session.given().oneOf("--format", List.of("pretty", "json"), "pretty");
    if (session.given().has("--short")) {
      session.out().println(Version.NUMBER);
      return Ending.SUCCEEDED;
    }
    session
        .out()
        .println(
            format.equals("json")
                ? "{\"version\":\"v" + Version.NUMBER + "\"}"
                : "Fermata version v" + Version.NUMBER);
    return Ending.SUCCEEDED;
  }
}
