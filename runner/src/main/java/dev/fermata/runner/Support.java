package dev.fermata.runner;

import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Plan;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Whether an engine is new enough for all that a plan makes, and whether the programs are there
 * that it calls: told before the first change.
 */
record Support(Engine engine) {
  private static final String HINT = "leave the attribute out, or use a newer engine";

  PlanResult checked(PlanResult result) {
    return switch (result) {
      case PlanResult.Refused refused -> refused;
      case PlanResult.Planned planned -> checked(planned);
    };
  }

  private PlanResult checked(PlanResult.Planned planned) {
    List<Problem> problems = problems(planned.plan());
    return problems.isEmpty() ? planned : new PlanResult.Refused(problems);
  }

  private List<Problem> problems(Plan plan) {
    return plan.steps().stream()
        .map(Step::action)
        .flatMap(action -> problem(action).stream())
        .distinct()
        .toList();
  }

  private Optional<Problem> problem(Action action) {
    try {
      if (action instanceof Action.CreateContainer create) {
        engine.containers().requireSupported(create.spec());
      }
      if (action instanceof Action.CallProvider provider
          && provider.call().command() == Command.UP) {
        engine.plugins().requireInstalled(provider.call());
      }
      if (action instanceof Action.PrepareModel prepare) {
        engine.plugins().requireInstalled(prepare.model());
      }
      if (action instanceof Action.CreateNetwork create) {
        engine.networks().requireSupported(create.network());
      }
      return Optional.empty();
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_SUPPORTED && e.kind() != Kind.MISCONFIGURED) {
        throw e;
      }
      return Optional.of(new Problem(e.getMessage(), e.hint().isEmpty() ? HINT : e.hint()));
    }
  }
}
