package dev.fermata.runner.hook;

import dev.fermata.model.Hook;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.HookStage;
import dev.fermata.planner.spec.AnonymousVolumes;
import dev.fermata.runner.engine.Containers;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ExecRequest;
import dev.fermata.runner.engine.ExecRequest.Privileges;
import dev.fermata.runner.engine.JoinedProcess;
import dev.fermata.runner.engine.LogRequest;
import dev.fermata.runner.engine.LogStream;
import dev.fermata.runner.engine.StreamRequest;
import dev.fermata.runner.engine.StreamRequest.Input;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Failure;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Runs hooks to their ends; what they say is told as it comes. */
public record HookRunner(Containers containers, EventSink sink) {

  /**
   * A command in a container; why it did not end well. Before a stop it does not matter that the
   * container has ended meanwhile.
   */
  public Optional<Failure> run(Action.RunHook action) {
    try {
      return inContainer(action);
    } catch (EngineException e) {
      if (action.stage() == HookStage.PRE_STOP && e.saysNotRunning()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Failure> inContainer(Action.RunHook action) {
    var output = output(action.container().name());
    return failure(action, toEnd(action.container(), action.hook(), output), output);
  }

  private JoinedProcess.End toEnd(ContainerRef container, Hook hook, HookOutput output) {
    var streams = StreamRequest.withoutTerminal(Input.NONE);
    try (JoinedProcess process = containers.exec(container.handle(), request(hook), streams)) {
      for (var read = process.read(); read.isPresent(); read = process.read()) {
        output.add(read.get().origin(), read.get().bytes());
      }
      output.end();
      requireUninterrupted();
      return process.end();
    }
  }

  /** A command that no stage asks for; how it ended. */
  public JoinedProcess.End run(ContainerRef container, Hook hook) {
    return toEnd(container, hook, output(container.name()));
  }

  private static Optional<Failure> failure(
      Action.RunHook action, JoinedProcess.End end, HookOutput output) {
    if (end.exitCode() == 0) {
      return Optional.empty();
    }
    List<String> said =
        end.neverBegan()
            .map(why -> List.of(String.valueOf(why.getMessage())))
            .orElse(output.last());
    String sentence = ComposeSentences.hookExited(action.service(), end.exitCode());
    return Optional.of(
        new Failure.HookFailed(
            "%s (`%s` in `%s`)".formatted(sentence, action.title(), action.container()),
            said,
            hint(action)));
  }

  /** What is not prepared for its end goes on; who wants it to end anyway can. */
  private static String hint(Action.RunHook action) {
    return switch (action.stage()) {
      case POST_START -> "";
      case PRE_STOP ->
          "it still runs: `kill %s` ends it without its hooks".formatted(action.service());
    };
  }

  private static ExecRequest request(Hook hook) {
    return new ExecRequest(
        hook.command(),
        hook.user(),
        hook.workingDirectory(),
        hook.environment().entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue().reveal())
            .toList(),
        hook.privileged() ? Privileges.ALL : Privileges.OF_CONTAINER);
  }

  /**
   * A container that runs before a service starts; why it did not end well. One that is broken off
   * goes: nobody would look at it.
   */
  public Optional<Failure> run(Action.RunInitContainer action) {
    String container = action.container().handle();
    var output = output(action.service() + " " + action.title());
    try {
      containers.start(container);
      follow(container, output);
      requireUninterrupted();
      return failure(action, containers.awaitEnd(container), output);
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        removeNevertheless(container);
      }
      throw e;
    }
  }

  /** A log that cannot be read, or that ends early, says nothing of how the container ends. */
  private void follow(String container, HookOutput output) {
    var all = new LogRequest(OptionalInt.empty(), Optional.empty(), LogRequest.Mode.FOLLOW);
    try (LogStream lines = containers.logs(container, all)) {
      for (var line = lines.next(); line.isPresent(); line = lines.next()) {
        output.add(line.get().origin(), line.get().text());
      }
    } catch (EngineException e) {
      if (e.kind() != Kind.NOT_SUPPORTED) {
        throw e;
      }
    }
  }

  private static Optional<Failure> failure(
      Action.RunInitContainer action, int exitCode, HookOutput output) {
    if (exitCode == 0) {
      return Optional.empty();
    }
    String sentence = ComposeSentences.initExited(action.service(), action.index(), exitCode);
    return Optional.of(
        new Failure.HookFailed(
            "%s; its container `%s` is left to be looked at"
                .formatted(sentence, action.container()),
            output.last(),
            ""));
  }

  /** Whoever was interrupted can call nobody any more, until that is taken back. */
  private void removeNevertheless(String container) {
    boolean interrupted = Thread.interrupted();
    try {
      containers.remove(container, AnonymousVolumes.REMOVE);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private HookOutput output(String source) {
    return new HookOutput(line -> sink.accept(new Event.HookLine(source, line)));
  }

  private static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new EngineException(Kind.INTERRUPTED, "the hook was broken off", "");
    }
  }
}
