package dev.fermata.planner;

import dev.fermata.model.Project;
import dev.fermata.planner.command.BuildPlanner;
import dev.fermata.planner.command.DownPlanner;
import dev.fermata.planner.command.ExistingPlanner;
import dev.fermata.planner.command.PullPlanner;
import dev.fermata.planner.command.PushPlanner;
import dev.fermata.planner.command.RestartPlanner;
import dev.fermata.planner.command.StatePlanner;
import dev.fermata.planner.command.UpPlanner;
import dev.fermata.planner.conflict.ReplicaBound;
import dev.fermata.planner.input.ExistingContainers;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.PlanResult;
import dev.fermata.planner.plan.PlanResult.Planned;
import dev.fermata.planner.plan.PlanResult.Refused;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.provision.Dependants;
import dev.fermata.planner.provision.Provisioning;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.spec.ApiSocket;
import java.util.List;
import java.util.Optional;

/**
 * From what is asked for and what is there to a plan. Pure: the same values give the same plan.
 * That only the user can make a plan possible is an answer too.
 */
public final class Planner {
  private Planner() {}

  public static PlanResult plan(Request request, Observed observed) {
    Optional<Refused> refused = refusal(request);
    if (refused.isPresent()) {
      return refused.get();
    }
    return switch (request) {
      case Request.OfWanted wanted -> wanted(wanted, observed);
      case Request.Build build -> new BuildPlanner(build, new Inventory(observed)).plan();
      case Request.Pull pull -> new PullPlanner(pull, new Inventory(observed)).plan();
      case Request.Push push -> new PushPlanner(push, new Inventory(observed)).plan();
      case Request.OfExisting existing -> ofExisting(existing, observed);
    };
  }

  /** What is refused whatever there is: it is too much to look at, or to count out. */
  public static Optional<Refused> refusal(Request request) {
    return switch (request) {
      case Request.OfWanted wanted ->
          refused(ReplicaBound.problems(wanted.project().services().values()));
      case Request.Build build -> Optional.empty();
      case Request.Pull pull -> Optional.empty();
      case Request.Push push -> Optional.empty();
      case Request.OfExisting existing -> Optional.empty();
    };
  }

  private static PlanResult wanted(Request.OfWanted request, Observed observed) {
    var dependants = new Dependants(request.project(), observed.provisions());
    Project with = observed.provisions().isEmpty() ? request.project() : dependants.withVariables();
    Request.OfWanted wanted = request.of(ApiSocket.spelledOut(with, observed.logins()));
    return switch (wanted) {
      case Request.Up up ->
          up(
              UpInput.of(up.project(), new Inventory(observed), up.options()),
              observed.provisions(),
              dependants.notes());
      case Request.Run run ->
          up(UpInput.of(run, new Inventory(observed)), observed.provisions(), dependants.notes());
    };
  }

  /** What stands in the way of the whole is told before another program is called. */
  private static PlanResult up(UpInput input, Provisions provisions, List<String> notes) {
    Optional<Refused> refused = refused(input.graph().problems());
    if (refused.isPresent()) {
      return refused.get();
    }
    Provisioning provisioning = Provisioning.of(input, provisions);
    PlanResult whole = new UpPlanner(input, notes).plan();
    if (whole instanceof Refused || !provisioning.isNeeded()) {
      return whole;
    }
    return UpPlanner.before(provisioning);
  }

  private static PlanResult ofExisting(Request.OfExisting request, Observed observed) {
    Target target = request.target();
    var existing = ExistingContainers.of(target.name(), target.scope(request.services()), observed);
    return refused(existing.graph().problems())
        .<PlanResult>map(it -> it)
        .orElseGet(() -> ofExisting(request, existing));
  }

  private static PlanResult ofExisting(Request.OfExisting request, ExistingContainers existing) {
    return switch (request) {
      case Request.Down down -> new Planned(new DownPlanner(existing, down.options()).plan());
      case Request.Stop stop -> new Planned(new ExistingPlanner(existing).stop(stop.options()));
      case Request.Start start -> new ExistingPlanner(existing).start(start.options());
      case Request.Restart restart -> new RestartPlanner(existing, restart.options()).plan();
      case Request.Kill kill -> new Planned(new StatePlanner(existing).kill(kill.options()));
      case Request.Pause pause -> new StatePlanner(existing).pause();
      case Request.Unpause unpause -> new StatePlanner(existing).unpause();
      case Request.Remove remove -> new Planned(new ExistingPlanner(existing).rm(remove.options()));
    };
  }

  private static Optional<Refused> refused(List<Problem> problems) {
    return problems.isEmpty() ? Optional.empty() : Optional.of(new Refused(problems));
  }
}
