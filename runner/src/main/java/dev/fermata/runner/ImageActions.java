package dev.fermata.runner;

import dev.fermata.model.ProjectName;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Step;
import dev.fermata.runner.Permits.Lease;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.Images;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.time.Signal;
import dev.fermata.runner.time.Time;
import java.util.EnumSet;
import java.util.Set;

/** Images that come, are built and go to registries, in one run. */
final class ImageActions {
  /** What a pull may end in where an image could still be built. */
  private static final Set<Kind> NOT_TO_BE_HAD =
      EnumSet.of(
          Kind.REGISTRY_UNREACHABLE,
          Kind.REGISTRY_BUSY,
          Kind.IMAGE_NOT_FOUND,
          Kind.ACCESS_DENIED,
          Kind.NOT_FOUND,
          Kind.OTHER);

  private final Images images;
  private final EventSink sink;
  private final Time time;
  private final StepProgress progress;

  ImageActions(Images images, EventSink sink, Time time, StepProgress progress) {
    this.images = images;
    this.sink = sink;
    this.time = time;
    this.progress = progress;
  }

  void pull(Step step, Action.PullImage pull, Lease permit) throws InterruptedException {
    try {
      retries(step, permit)
          .run(() -> images.pull(pull.image(), pull.platform(), progress.of(step)));
    } catch (EngineException e) {
      if (pull.otherwise().isEmpty() || !NOT_TO_BE_HAD.contains(e.kind())) {
        throw e;
      }
      sink.accept(
          new Event.Notice(
              "note: `%s` is built, since it cannot be pulled: %s"
                  .formatted(pull.image(), e.getMessage())));
      build(step, pull.otherwise().get());
    }
  }

  void push(Step step, Action.PushImage push, Lease permit) throws InterruptedException {
    retries(step, permit).run(() -> images.push(push.image(), progress.of(step)));
  }

  void build(Step step, Action.BuildImage build) {
    images.build(build.request(), progress.ofBuild(step));
  }

  /** What still has a container stays for the next time. */
  void removeReplaced(ProjectName project) {
    ReplacedImages.of(images, project).remove();
  }

  /** Others go on meanwhile. */
  private Retries retries(Step step, Lease permit) {
    return new Retries(
        time,
        length -> {
          permit.close();
          new Signal().await(time, length);
          permit.regain();
        },
        (busy, wait) -> sink.accept(new Event.Retrying(step, busy, wait)));
  }
}
