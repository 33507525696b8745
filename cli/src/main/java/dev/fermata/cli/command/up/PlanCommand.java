package dev.fermata.cli.command.up;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Exclusion;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Work;
import dev.fermata.cli.text.PlanJson;
import dev.fermata.model.Project;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.text.PlanText;
import java.util.List;
import java.util.Optional;

/** Shows the very plan that {@code up} with the same flags would carry out. */
public final class PlanCommand implements Command {
  private static final Flag<Boolean> JSON = Flag.off("As JSON", "--json");
  private static final Flag<Boolean> EXIT_CODE =
      Flag.off("Exit code 2 where there is something to do", "--exit-code");

  /** Flags of {@code up} that shape no plan. */
  private static final List<Flag<?>> OF_RUNS =
      List.of(
          Flag.withoutEffect("--quiet-pull"),
          Flag.withoutEffect("--quiet-build"),
          Flag.withoutEffect("-y", "--yes"));

  @Override
  public String summary() {
    return "Show what up would do, and why; change nothing";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("plan", "What `up` would do, and why"),
        new Example(
            "plan --exit-code", "For scripts: exits with 2 where there is something to do"));
  }

  @Override
  public List<Flag<?>> flags() {
    var flags = UpFlags.all();
    flags.addAll(OF_RUNS);
    flags.add(JSON);
    flags.add(EXIT_CODE);
    return flags;
  }

  @Override
  public List<Exclusion> exclusions() {
    return UpFlags.exclusions();
  }

  @Override
  public Call read(Arguments given) {
    UpFlags up = UpFlags.of(given);
    boolean json = given.has(JSON);
    Ending withSteps = given.has(EXIT_CODE) ? new Ending.ChangesPending() : Ending.SUCCEEDED;
    return session -> {
      Project project =
          Scale.apply(new Projects(session).bringUp(given.operands()), up.creation().scales());
      var request = new Request.Up(project, up.options(session, Optional.empty()));
      return new Work(session, "plan")
          .planned(
              request,
              plan -> {
                session
                    .out()
                    .print(json ? PlanJson.of(plan.project(), plan) + "\n" : PlanText.of(plan));
                return plan.isEmpty() ? Ending.SUCCEEDED : withSteps;
              });
    };
  }
}
