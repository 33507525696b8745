package dev.fermata.runner;

import dev.fermata.model.Project;
import dev.fermata.planner.StopOptions;
import dev.fermata.planner.UpOptions;
import dev.fermata.runner.AttachedEnd.Why;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.logs.LogFollower;
import dev.fermata.runner.logs.LogQuery;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Brings a project up and stays with it: its lines are shown from before the first start until all
 * have ended, one ended that must not, or the user has enough. The first cancellation stops the
 * project gracefully, the second kills it.
 */
public final class AttachedRun {
  private static final Duration LAST_LINES = Duration.ofSeconds(2);

  private final Engine engine;
  private final Stack stack;
  private final EventSink sink;
  private final Attachment attachment;

  /** Ends the waiting and, if it still goes on, the bringing up. */
  private final Cancellation ending = new Cancellation();

  private final AtomicReference<Event.@Nullable ContainerEnded> aborting = new AtomicReference<>();
  private final AtomicReference<Event.@Nullable ContainerEnded> asked = new AtomicReference<>();

  public AttachedRun(Engine engine, Stack stack, EventSink sink, Attachment attachment) {
    this.engine = engine;
    this.stack = stack;
    this.sink = sink;
    this.attachment = attachment;
  }

  /** Once for each object. */
  public AttachedEnd run(Project project, UpOptions options, Cancellation cancellation)
      throws InterruptedException {
    var query =
        new LogQuery(project.name(), attachment.awaited(), OptionalInt.empty(), Optional.empty());
    try (var follower = LogFollower.open(engine, this::tell, query, LogFollower.Past.LEFT_OUT)) {
      ending.subscribe(stage -> follower.leave());
      forward(cancellation);
      Report up = stack.up(project, options, sink, ending);
      if (!up.succeeded() && !up.wasCancelled()) {
        return new AttachedEnd(Why.UP_FAILED, up, Optional.empty(), Optional.empty());
      }
      follower.awaitAllEnded(() -> ending.stage() != Stage.NONE);
      if (ending.stage() == Stage.NONE) {
        return new AttachedEnd(Why.ALL_ENDED, up, Optional.empty(), decisive());
      }
      Report stop = stop(project, options, cancellation);
      follower.awaitAllEnded(LAST_LINES);
      Why why = cancellation.stage() == Stage.NONE ? Why.ABORTED : Why.CANCELLED;
      return new AttachedEnd(why, up, Optional.of(stop), decisive());
    }
  }

  private void forward(Cancellation cancellation) {
    cancellation.subscribe(ending::reach);
  }

  private void tell(Event event) {
    if (event instanceof Event.ContainerEnded ended) {
      ended(ended);
      return;
    }
    boolean hidden = event instanceof Event.LogLine line && !attachment.shows(line.service());
    if (!hidden) {
      sink.accept(event);
    }
  }

  private void ended(Event.ContainerEnded ended) {
    if (attachment.shows(ended.service())) {
      sink.accept(ended);
    }
    if (attachment.exitCodeFrom().filter(ended.service()::equals).isPresent()) {
      asked.compareAndSet(null, ended);
    }
    if (!ended.restarting()
        && attachment.endsAt(ended.exitCode())
        && aborting.compareAndSet(null, ended)) {
      ending.reach(Stage.GRACEFUL);
    }
  }

  private Optional<Event.ContainerEnded> decisive() {
    return attachment.exitCodeFrom().isPresent()
        ? Optional.ofNullable(asked.get())
        : Optional.ofNullable(aborting.get());
  }

  /** Stops the project's containers; they are killed when the user asks a second time. */
  private Report stop(Project project, UpOptions options, Cancellation cancellation) {
    var killing = new Killing(engine, project.name());
    cancellation.subscribe(killing::when);
    var services = new TreeSet<>(options.selection().services());
    if (!services.isEmpty()) {
      services.addAll(project.services().keySet());
    }
    var stopping = new StopOptions(services, options.recreation().stopTimeout());
    return stack.stop(Target.of(project), stopping, sink, new Cancellation());
  }
}
