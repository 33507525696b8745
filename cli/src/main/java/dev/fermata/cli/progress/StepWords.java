package dev.fermata.cli.progress;

import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.spec.ProviderCall;
import java.util.List;
import java.util.Optional;

/**
 * A step in Docker Compose's words: what it is about, what is said while it goes on and what when
 * it is done. Nothing is said of the inner steps of a recreation.
 */
record StepWords(List<String> ids, Optional<String> doing, Optional<String> done) {

  static final String RESTARTING = "Restarting";
  static final String STARTING = "Starting";
  static final String STARTED = "Started";
  private static final String WAITING = "Waiting";
  private static final Reason PRE_START = new Reason.Asked("pre_start");
  private static final Reason RESTART = new Reason.Asked("restart");

  StepWords {
    ids = List.copyOf(ids);
  }

  static StepWords of(Step step) {
    if (step.group().isPresent()) {
      return ofRecreation(step, step.group().get());
    }
    if (step.reason().equals(PRE_START) && !(step.action() instanceof Action.RunInitContainer)) {
      return silent(of(step.action()).ids().getFirst());
    }
    return step.reason().equals(RESTART) ? ofRestart(step.action()) : of(step.action());
  }

  /** Both halves are one thing to the user. */
  private static StepWords ofRestart(Action action) {
    if (action instanceof Action.StopContainer stop) {
      return new StepWords(
          List.of(container(stop.container())), Optional.of(RESTARTING), Optional.empty());
    }
    return action instanceof Action.StartContainer start
        ? change(container(start.container()), RESTARTING, STARTED)
        : of(action);
  }

  private static StepWords ofRecreation(Step step, String container) {
    List<String> ids = List.of(container(container));
    if (step.action() instanceof Action.CreateContainer) {
      return new StepWords(ids, Optional.of("Recreate"), Optional.empty());
    }
    if (step.action() instanceof Action.RenameContainer rename && rename.to().equals(container)) {
      return new StepWords(ids, Optional.empty(), Optional.of("Recreated"));
    }
    boolean inner =
        step.action() instanceof Action.StopContainer
            || step.action() instanceof Action.RenameContainer
            || step.action() instanceof Action.RemoveContainer;
    return inner ? new StepWords(ids, Optional.empty(), Optional.empty()) : of(step.action());
  }

  private static StepWords of(Action action) {
    return switch (action) {
      case Action.CreateNetwork create ->
          change("Network " + create.network().name(), "Creating", "Created");
      case Action.RemoveNetwork remove -> change("Network " + remove.name(), "Removing", "Removed");
      case Action.ConnectNetwork connect ->
          change(container(connect.container()), "Connecting", "Connected");
      case Action.DisconnectNetwork disconnect ->
          change(container(disconnect.container()), "Disconnecting", "Disconnected");
      case Action.CreateVolume create ->
          change("Volume " + create.volume().name(), "Creating", "Created");
      case Action.RemoveVolume remove -> change("Volume " + remove.name(), "Removing", "Removed");
      case Action.PullImage pull -> change("Image " + pull.image(), "Pulling", "Pulled");
      case Action.PushImage push -> change(push.image().text(), "Pushing", "Pushed");
      case Action.BuildImage build -> change("Image " + build.image(), "Building", "Built");
      case Action.RemoveImage remove -> change("Image " + remove.name(), "Removing", "Removed");
      case Action.RemoveReplaced remove -> change("Replaced images", "Removing", "Removed");
      case Action.CreateContainer create ->
          change(container(create.spec().ref()), "Creating", "Created");
      case Action.RenameContainer rename ->
          change(container(rename.container()), "Renaming", "Renamed");
      case Action.InjectFiles inject -> change(container(inject.container()), "Copying", "Copied");
      case Action.StartContainer start -> change(container(start.container()), STARTING, STARTED);
      case Action.RunHook run -> silent(container(run.container()));
      case Action.RunInitContainer run -> change(container(run.container()), WAITING, "Exited");
      case Action.CallProvider call -> ofProvider(call.call());
      case Action.PrepareModel prepare ->
          change("Model " + prepare.model().key(), "Configuring", "Configured");
      case Action.StopContainer stop -> change(container(stop.container()), "Stopping", "Stopped");
      case Action.KillContainer kill -> change(container(kill.container()), "Killing", "Killed");
      case Action.PauseContainer pause -> done(container(pause.container()), "Paused");
      case Action.UnpauseContainer unpause -> done(container(unpause.container()), "Unpaused");
      case Action.RemoveContainer remove ->
          change(container(remove.container()), "Removing", "Removed");
      case Action.Await await -> ofGate(await);
      case Action.PlanAgain again -> new StepWords(List.of(), Optional.empty(), Optional.empty());
    };
  }

  private static StepWords ofProvider(ProviderCall call) {
    String id = "Service " + call.service();
    return switch (call.command()) {
      case UP -> change(id, "Creating", "Created");
      case DOWN -> change(id, "Removing", "Removed");
      case STOP -> change(id, "Stopping", "Stopped");
    };
  }

  private static StepWords ofGate(Action.Await await) {
    List<String> ids = await.containers().stream().map(StepWords::container).toList();
    String opened =
        switch (await.rule()) {
          case HEALTHY -> "Healthy";
          case COMPLETED -> "Exited";
          case READY, READY_OR_COMPLETED -> "Ready";
        };
    return new StepWords(ids, Optional.of(WAITING), Optional.of(opened));
  }

  private static StepWords change(String id, String doing, String done) {
    return new StepWords(List.of(id), Optional.of(doing), Optional.of(done));
  }

  /** Docker Compose says nothing of it, unless it fails. */
  private static StepWords silent(String id) {
    return new StepWords(List.of(id), Optional.empty(), Optional.empty());
  }

  /** It takes no time, so nothing is said while it goes on. */
  private static StepWords done(String id, String done) {
    return new StepWords(List.of(id), Optional.empty(), Optional.of(done));
  }

  static String container(ContainerRef container) {
    return container(container.name());
  }

  private static String container(String name) {
    return "Container " + name;
  }
}
