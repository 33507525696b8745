package dev.fermata.runner;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Failure;

/**
 * Tells refusals that only another command can have brought about: a container that we have seen or
 * made is gone, a name that was free has been taken, a network has been made twice. Nothing keeps
 * two commands apart that work on one project, so each has to notice the other.
 */
record Overtaking(Engine engine) {

  Failure failure(Action action, EngineException refusal) {
    return isOvertaken(action, refusal)
        ? new Failure.Overtaken(refusal)
        : new Failure.Refused(refusal);
  }

  private boolean isOvertaken(Action action, EngineException refusal) {
    if (refusal.kind() == Kind.AMBIGUOUS) {
      return true;
    }
    return switch (action) {
      case Action.CreateContainer create -> refusal.kind() == Kind.NAME_IN_USE;
      case Action.RenameContainer rename ->
          refusal.kind() == Kind.NAME_IN_USE || refusal.kind() == Kind.NOT_FOUND;
      case Action.InjectFiles inject -> isGone(refusal, inject.container());
      case Action.StartContainer start ->
          isGone(refusal, start.container()) || hasLostSomething(refusal, start.container());
      case Action.RunHook run -> isGone(refusal, run.container());
      case Action.RunInitContainer run -> isGone(refusal, run.container());
      case Action.CallProvider call -> false;
      case Action.PrepareModel prepare -> false;
      case Action.StopContainer stop -> false;
      case Action.KillContainer kill -> false;
      case Action.PauseContainer pause -> false;
      case Action.UnpauseContainer unpause -> false;
      case Action.ConnectNetwork connect -> isGone(refusal, connect.container());
      case Action.CreateNetwork create -> false;
      case Action.RemoveNetwork remove -> false;
      case Action.DisconnectNetwork disconnect -> false;
      case Action.CreateVolume create -> false;
      case Action.RemoveVolume remove -> false;
      case Action.PullImage pull -> false;
      case Action.PushImage push -> false;
      case Action.BuildImage build -> false;
      case Action.RemoveImage remove -> false;
      case Action.RemoveReplaced remove -> false;
      case Action.RemoveContainer remove -> false;
      case Action.Await await -> false;
      case Action.PlanAgain again -> false;
    };
  }

  /** What a new container is to join was there when it was made: its network, its partner. */
  private static boolean hasLostSomething(EngineException refusal, ContainerRef container) {
    return refusal.kind() == Kind.NOT_FOUND && container.id().isEmpty();
  }

  /** What else may be missing is the user's to mend: a partner, a file, a network of others. */
  private boolean isGone(EngineException refusal, ContainerRef container) {
    if (refusal.kind() != Kind.NOT_FOUND) {
      return false;
    }
    try {
      engine.containers().inspect(container.handle());
      return false;
    } catch (EngineException e) {
      return e.kind() == Kind.NOT_FOUND;
    }
  }
}
