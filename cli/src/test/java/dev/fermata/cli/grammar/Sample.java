package dev.fermata.cli.grammar;

import dev.fermata.cli.manual.HelpText;
import dev.fermata.model.report.DiagnosticText.Colours;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** A small language: {@code ps}, {@code exec}, {@code explain env}, and what is below them. */
final class Sample implements Vocabulary<Sample.Command> {
  static final Flag<Boolean> DRY_RUN = Flag.off("Change nothing", "--dry-run");
  static final Flag<Optional<String>> PROJECT = Flag.text("NAME", "A project", "-p", "--project");
  static final Flag<Boolean> ALL = Flag.off("All of them", "-a", "--all");
  static final Flag<Boolean> QUIET = Flag.off("Only ids", "-q", "--quiet");
  static final Flag<Boolean> ORPHANS = Flag.on("Orphans as well", "--orphans");
  static final Flag<Optional<String>> USER = Flag.text("NAME", "As whom", "-u", "--user");
  static final Flag<List<String>> ENV = Flag.texts("NAME=VALUE", "A variable", "-e", "--env");
  static final Flag<Boolean> TTY = Flag.off("With a terminal", "-t", "--tty");
  static final Flag<String> FORMAT =
      Flag.oneOf(List.of("table", "json"), "FORMAT", "table or json", "--format");

  record Command(String summary, List<Flag<?>> flags, Operands operands) implements Syntax {}

  @Override
  public List<String> names() {
    return List.of("bridge convert", "bridge tools list", "exec", "explain env", "ps", "version");
  }

  @Override
  public Command command(String name) {
    return switch (name) {
      case "ps" -> new Command("List", List.of(ALL, QUIET, ORPHANS), Operands.SERVICES);
      case "exec" ->
          new Command("Call", List.of(USER, ENV, TTY), Operands.ofCall("SERVICE COMMAND [ARG...]"));
      case "explain env" -> new Command("Explain", List.of(FORMAT), Operands.of("SERVICE"));
      default -> new Command("Does " + name, List.of(), Operands.of("[FILE]"));
    };
  }

  static Grammar.Parsed<Command> parse(String... args) {
    var globals = new Grammar.Globals(List.of(DRY_RUN, PROJECT), List.of());
    return new Grammar<>("fermata", globals, new Sample()).parse(Arrays.asList(args));
  }

  static Arguments called(String... args) {
    return ((Grammar.Parsed.Called<Command>) parse(args)).arguments();
  }

  static String help(String... args) {
    var help = (Grammar.Parsed.Help<Command>) parse(args);
    return new HelpText(Colours.NONE).of(help.page());
  }
}
