package dev.fermata.runner;

import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.StopOptions;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.AttachedEnd.Why;
import dev.fermata.runner.Attachment.Until;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.event.Report;
import dev.fermata.runner.logs.LogFollower;
import dev.fermata.runner.logs.LogQuery;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Brings a project up and stays with it: its lines are shown from before the first start until all
 * have ended, one ended that must not, or the user has enough. The first cancellation stops the
 * project gracefully, the second kills it.
 */
public final class AttachedRun {
  /** The ends of what was stopped are told at once; this is for an engine that does not. */
  private static final Duration LAST_ENDS = Duration.ofSeconds(5);

  private final Engine engine;
  private final Stack stack;
  private final EventSink sink;
  private final Attachment attachment;
  private final Companion companion;
  private final ReentrantLock lock = new ReentrantLock();
  private final AtomicBoolean attached = new AtomicBoolean();
  private AbortRules ends;

  /** Ends the waiting and, if it still goes on, the bringing up. */
  private final Cancellation ending = new Cancellation();

  /** Ends the waiting alone: what runs goes on. */
  private final Cancellation detaching = new Cancellation();

  private final Request.Up request;

  public AttachedRun(Engine engine, Stack stack, EventSink sink, Attached attached) {
    this.engine = engine;
    this.stack = stack;
    this.sink = sink;
    this.request = attached.request();
    this.attachment = attached.attachment();
    this.companion = attached.companion();
    this.ends = AbortRules.none(attached.wish());
  }

  /** What is brought up, how the user is attached to it, and what goes on beside. */
  public record Attached(Request.Up request, Attachment attachment, Companion companion) {
    public Attached(Request.Up request, Attachment attachment) {
      this(request, attachment, Companion.NONE);
    }

    private AbortRules.Wish wish() {
      int replicas =
          attachment
              .exitCodeFrom()
              .map(service -> request.project().service(service).lifecycle().replicas())
              .orElse(0);
      return new AbortRules.Wish(attachment.until(), attachment.exitCodeFrom(), replicas);
    }
  }

  /** The user has seen enough. Once all is up nobody waits any more, and nothing is stopped. */
  public void leave() {
    detaching.reach(Stage.GRACEFUL);
  }

  private boolean isEnough() {
    return ending.stage() != Stage.NONE || detaching.stage() != Stage.NONE;
  }

  /** Once for each object. */
  public AttachedEnd run(Cancellation cancellation) throws InterruptedException {
    ProjectName project = request.project().name();
    var query = new LogQuery(project, attachment.followed(), OptionalInt.empty(), Optional.empty());
    var forwarding = cancellation.subscribe(ending::reach);
    try (var follower = LogFollower.fromNowOn(engine, this::tell, query, attachment::shows)) {
      ending.subscribe(stage -> follower.leave());
      detaching.subscribe(stage -> follower.leave());
      return switch (stack.run(request, this::bringingUp, ending)) {
        case RunResult.Refused refused -> new AttachedEnd.Refused(refused.problems());
        case RunResult.Ran ran -> stayWith(ran.report(), follower, cancellation);
      };
    } finally {
      forwarding.close();
    }
  }

  private AttachedEnd stayWith(Report up, LogFollower follower, Cancellation cancellation)
      throws InterruptedException {
    boolean failed = !up.succeeded() && !up.wasCancelled();
    if (failed) {
      hearOut(follower);
    } else {
      awaitEnds(follower);
    }
    if (ending.stage() == Stage.NONE) {
      Why unstopped = detaching.stage() == Stage.NONE ? Why.ALL_ENDED : Why.LEFT;
      return new AttachedEnd.Ended(failed ? Why.UP_FAILED : unstopped, up, exit());
    }
    stop(cancellation);
    follower.awaitAllEnded(LAST_ENDS);
    Why why = cancellation.stage() == Stage.NONE ? Why.ABORTED : Why.CANCELLED;
    return new AttachedEnd.Ended(why, up, exit());
  }

  /** What the companion ends it starts again: whoever waits for ends looks again after that. */
  private void awaitEnds(LogFollower follower) throws InterruptedException {
    try (Companion.Begun beside = companion.begin(this::bringingUp)) {
      var leaving = ending.subscribe(stage -> beside.leave());
      var detached = detaching.subscribe(stage -> beside.leave());
      try {
        long changes;
        do {
          changes = beside.changes();
          follower.awaitEnds(attachment::staysFor, this::isEnough);
          beside.awaitRest();
        } while (!isEnough() && beside.changes() != changes);
      } finally {
        leaving.close();
        detached.close();
      }
    }
  }

  /** What did not come up is not stayed with; that a container ended meanwhile may stop all. */
  private void hearOut(LogFollower follower) throws InterruptedException {
    if (attachment.until() != Until.ALL_ENDED) {
      follower.awaitNews(LAST_ENDS);
    }
  }

  /** Before the first start, when what is to be attached to has been created. */
  private void bringingUp(Event event) {
    note(event);
    boolean starts =
        event instanceof Event.StepBegun begun
            && begun.step().action() instanceof Action.StartContainer;
    boolean nothingStarted =
        event instanceof Event.PlanEnded ended
            && ended.report().succeeded()
            && !ended.report().plan().isPrefix();
    boolean shows = !attachment.shown().isEmpty();
    if (shows && (starts || nothingStarted) && attached.compareAndSet(false, true)) {
      sink.accept(new Event.Attached(shownContainers()));
    }
    sink.accept(event);
  }

  private List<String> shownContainers() {
    var names = new TreeSet<String>();
    for (ServiceName name : attachment.shown()) {
      Service service = request.project().service(name);
      for (int number = 1; number <= service.lifecycle().replicas(); number++) {
        names.add(service.containerName(request.project().name(), number));
      }
    }
    return List.copyOf(names);
  }

  /** What was known before. */
  private AbortRules note(Event event) {
    lock.lock();
    try {
      AbortRules before = ends;
      ends = before.after(event);
      return before;
    } finally {
      lock.unlock();
    }
  }

  private AttachedEnd.Exit exit() {
    lock.lock();
    try {
      return ends.exit();
    } finally {
      lock.unlock();
    }
  }

  private void tell(Event event) {
    if (event instanceof Event.ContainerEnded ended) {
      ended(ended);
      return;
    }
    sink.accept(event);
  }

  private void ended(Event.ContainerEnded ended) {
    AbortRules before = note(ended);
    if (attachment.shows(ended.service()) && before.isNews(ended)) {
      sink.accept(ended);
    }
    boolean stops = before.stopping().isEmpty() && before.after(ended).stopping().isPresent();
    if (stops && ending.stage() == Stage.NONE) {
      sink.accept(aborting(ended));
      ending.reach(Stage.GRACEFUL);
    }
  }

  private static Event.Notice aborting(Event.ContainerEnded end) {
    return new Event.Notice(
        "%s %s exited with code %d"
            .formatted(ComposeSentences.ABORTING, end.container(), end.exitCode()));
  }

  /**
   * Stops the containers of the services that were asked for, as Docker Compose: what they need may
   * be somebody else's as well. They are killed when the user asks a second time.
   */
  private void stop(Cancellation cancellation) {
    UpOptions options = request.options();
    var services = new TreeSet<ServiceName>();
    if (!options.selection().services().isEmpty()) {
      services.addAll(attachment.counted());
    }
    var stopping = new StopOptions(services, options.recreation().stopTimeout());
    var stop = new Request.Stop(request.target(), stopping);
    try (var killing = new ForcedStops(engine, sink)) {
      var registration = cancellation.subscribe(killing::at);
      try {
        stack.run(stop, killing, new Cancellation());
      } finally {
        registration.close();
      }
    }
  }
}
