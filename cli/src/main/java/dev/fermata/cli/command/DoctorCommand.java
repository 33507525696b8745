package dev.fermata.cli.command;

import dev.fermata.cli.doctor.DoctorText;
import dev.fermata.cli.doctor.Examination;
import dev.fermata.cli.doctor.Finding;
import dev.fermata.cli.doctor.Finding.Verdict;
import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.grammar.Operands;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import java.util.List;

/** Looks for what is wrong around projects: the engine, its disk and networks, leftovers. */
final class DoctorCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("text", "json"), "FORMAT", "text or json", "--format");

  @Override
  public String summary() {
    return "Say what is wrong with the engine, its disk and networks, and how to mend it";
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT);
  }

  @Override
  public Operands operands() {
    return Operands.NONE;
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("doctor", "What is wrong, and the commands that mend it"),
        new Example("doctor --format json", "The same for a program; exit code 1 where it is"));
  }

  @Override
  public Call read(Arguments given) {
    boolean json = given.get(FORMAT).equals("json");
    return session -> {
      List<Finding> findings = Examination.of(session);
      if (json) {
        session.out().println(DoctorText.json(findings));
      } else {
        DoctorText.lines(findings, session.outColours()).forEach(session.out()::println);
      }
      return findings.stream().anyMatch(it -> it.verdict() == Verdict.WRONG)
          ? Ending.FOUND_MISTAKES
          : Ending.SUCCEEDED;
    };
  }
}
