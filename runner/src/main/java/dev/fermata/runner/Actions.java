package dev.fermata.runner;

import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Step;
import dev.fermata.planner.spec.ProviderCall.Command;
import dev.fermata.runner.Permits.Lease;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Failure;
import dev.fermata.runner.gate.GateReport;
import dev.fermata.runner.gate.GateResult;
import dev.fermata.runner.gate.Gates;
import dev.fermata.runner.hook.HookRunner;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * From an action to the engine call that it is. What is already as the action wants it is done: a
 * plan may be carried out again after a run that was cut short.
 */
final class Actions {
  /** After this time a stop waits for its container only, and costs the engine nothing. */
  private static final Duration STOP_HOLDS_PERMIT = Duration.ofMillis(300);

  private static final Duration LOOK_AGAIN = Duration.ofMillis(50);

  /** How long a name may be taken before its container can be seen. */
  private static final Duration NAME_BEFORE_CONTAINER = Duration.ofSeconds(5);

  private final Engine engine;
  private final Optional<Gates> gates;
  private final EventSink sink;
  private final Time time;
  private final BeforeStart beforeStart;
  private final StepProgress progress;
  private final ImageActions images;

  Actions(
      Engine engine, Optional<Gates> gates, EventSink sink, Time time, BeforeStart beforeStart) {
    this.engine = engine;
    this.beforeStart = beforeStart;
    this.gates = gates;
    this.sink = sink;
    this.time = time;
    this.progress = new StepProgress(sink);
    this.images = new ImageActions(engine.images(), sink, time, progress);
  }

  /**
   * Throws an {@link EngineException} where the engine refuses, and an {@link InterruptedException}
   * where the run was killed meanwhile.
   */
  ActionResult carryOut(Step step, Lease permit) throws InterruptedException {
    switch (step.action()) {
      case Action.Await await -> {
        return pass(step, await);
      }
      case Action.RunHook run -> {
        return result(new HookRunner(engine.containers(), sink).run(run));
      }
      case Action.RunInitContainer run -> {
        return result(new HookRunner(engine.containers(), sink).run(run));
      }
      case Action.CallProvider provider -> {
        return new ActionResult.Done(called(step, provider));
      }
      case Action.PrepareModel prepare -> {
        String endpoint = engine.plugins().prepare(prepare.model(), progress.of(step));
        return new ActionResult.Done(Provisions.ofModel(prepare.model().key(), endpoint));
      }
      case Action.CreateNetwork create -> createNetwork(create);
      case Action.RemoveNetwork remove ->
          unlessInUse(step, () -> engine.networks().remove(remove.id()));
      case Action.ConnectNetwork connect -> connect(connect);
      case Action.DisconnectNetwork disconnect -> disconnect(disconnect);
      case Action.CreateVolume create -> engine.volumes().create(create.volume());
      case Action.RemoveVolume remove ->
          unlessInUse(step, () -> engine.volumes().remove(remove.name()));
      case Action.PullImage pull -> images.pull(step, pull, permit);
      case Action.PushImage push -> images.push(step, push, permit);
      case Action.BuildImage build -> images.build(step, build);
      case Action.RemoveReplaced remove -> images.removeReplaced(remove.project());
      case Action.RemoveImage remove ->
          unlessInUse(step, () -> engine.images().remove(remove.name()));
      case Action.CreateContainer create -> createContainer(create);
      case Action.RenameContainer rename -> rename(rename);
      case Action.InjectFiles inject -> inject(inject);
      case Action.StartContainer start -> start(start);
      case Action.StopContainer stop -> stop(stop, permit);
      case Action.KillContainer kill ->
          engine.containers().kill(kill.container().handle(), kill.signal());
      case Action.PauseContainer pause -> engine.containers().pause(pause.container().handle());
      case Action.UnpauseContainer unpause ->
          engine.containers().unpause(unpause.container().handle());
      case Action.RemoveContainer remove ->
          engine.containers().remove(remove.container().handle(), remove.volumes());
      case Action.PlanAgain again -> {
        // Nothing to do here: whoever runs the plan observes and plans again.
      }
    }
    return ActionResult.DONE;
  }

  /** What is stopped or taken away gives nothing to anybody. */
  private Provisions called(Step step, Action.CallProvider provider) {
    Provisions.Variables given = engine.plugins().call(provider.call(), progress.of(step));
    return provider.call().command() == Command.UP
        ? Provisions.ofService(provider.call().service(), given)
        : Provisions.NONE;
  }

  private static ActionResult result(Optional<Failure> failure) {
    return failure.<ActionResult>map(ActionResult.Failed::new).orElse(ActionResult.DONE);
  }

  /** Why an action failed that the engine refused. */
  Failure failure(Action action, EngineException refusal) {
    return new Overtaking(engine).failure(action, refusal);
  }

  private ActionResult pass(Step step, Action.Await await) throws InterruptedException {
    GateResult result =
        gates
            .orElseThrow(() -> new IllegalStateException("a bug: a gate without events"))
            .await(await, (since, text) -> sink.accept(new Event.StillWaiting(step, since, text)));
    return switch (result) {
      case GateResult.Opened opened -> ActionResult.DONE;
      case GateResult.Left left -> new ActionResult.Left(left.report());
      case GateResult.Shut shut when await.gate().optional() -> {
        sink.accept(new Event.OptionalFailed(step, optional(shut.report())));
        yield ActionResult.DONE;
      }
      case GateResult.Shut shut -> new ActionResult.Failed(new Failure.GateShut(shut.report()));
    };
  }

  private static String optional(GateReport report) {
    String cause = report.cause().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return ComposeSentences.optionalFailed(report.service())
        + " ("
        + cause
        + "); going on without it, since it is not required";
  }

  private void createNetwork(Action.CreateNetwork create) {
    try {
      engine.networks().create(create.network());
    } catch (EngineException e) {
      if (!isTaken(e) || !Adoption.adopts(engine, create)) {
        throw e;
      }
    }
  }

  /**
   * An engine takes a name before anybody can see the container that it makes: where a run beside
   * ours is making it, we look again.
   */
  private void createContainer(Action.CreateContainer create) throws InterruptedException {
    boolean seen = false;
    for (Duration waited = Duration.ZERO; ; waited = waited.plus(LOOK_AGAIN)) {
      try {
        engine.containers().create(create.spec());
        return;
      } catch (EngineException e) {
        if (isTaken(e) && Adoption.adopts(engine, create)) {
          return;
        }
        if (e.kind() != Kind.NAME_IN_USE || seen || waited.compareTo(NAME_BEFORE_CONTAINER) >= 0) {
          throw e;
        }
        seen = isThere(create.spec().name());
      }
      new Signal().await(time, LOOK_AGAIN);
    }
  }

  private boolean isThere(String container) {
    try {
      return !engine.containers().inspect(container).name().isEmpty();
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
      return false;
    }
  }

  private static boolean isTaken(EngineException e) {
    return e.kind() == Kind.NAME_IN_USE || e.kind() == Kind.CONFLICT;
  }

  private void start(Action.StartContainer start) {
    beforeStart.startsNow(start.container());
    engine.containers().start(start.container().handle());
  }

  private void rename(Action.RenameContainer rename) {
    String handle = rename.container().handle();
    try {
      engine.containers().rename(handle, rename.to());
    } catch (EngineException e) {
      if (!engine.containers().inspect(handle).name().equals(rename.to())) {
        throw e;
      }
    }
  }

  private void connect(Action.ConnectNetwork connect) {
    engine
        .networks()
        .connect(connect.container().handle(), connect.service(), connect.attachment());
  }

  private void disconnect(Action.DisconnectNetwork disconnect) {
    unlessGone(
        () -> engine.networks().disconnect(disconnect.container().handle(), disconnect.network()));
  }

  private void inject(Action.InjectFiles inject) {
    engine.containers().putFiles(inject.container().handle(), inject.files());
  }

  private void stop(Action.StopContainer stop, Lease permit) {
    Time.Alarm alarm = time.alarm(STOP_HOLDS_PERMIT, permit::close);
    try {
      unlessGone(() -> engine.containers().stop(stop.container().handle(), stop.timeout()));
    } finally {
      alarm.callOff();
    }
  }

  private static void unlessGone(Runnable call) {
    try {
      call.run();
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_FOUND) {
        throw e;
      }
    }
  }

  /** What others still use stays, and the user is told: that is no failure of a removal. */
  private void unlessInUse(Step step, Runnable call) {
    try {
      call.run();
    } catch (EngineException e) {
      if (e.kind() != Kind.IN_USE) {
        throw e;
      }
      sink.accept(new Event.StillUsed(step, e.holder()));
    }
  }
}
