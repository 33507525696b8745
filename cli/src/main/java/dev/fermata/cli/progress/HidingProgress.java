package dev.fermata.cli.progress;

import dev.fermata.planner.plan.Action;
import dev.fermata.runner.event.Event;
import java.util.Set;

/** Hides what goes on inside of pulls or builds ({@code --quiet-pull}, {@code --quiet-build}). */
record HidingProgress(Set<Progress.Inside> hidden, Progress shown) implements Progress {
  HidingProgress {
    hidden = Set.copyOf(hidden);
  }

  @Override
  public void accept(Event event) {
    boolean isInside =
        event instanceof Event.StepProgressed progressed && isHidden(progressed.step().action());
    if (!isInside && !(event instanceof Event.BuildProgressed && hidden.contains(Inside.BUILD))) {
      shown.accept(event);
    }
  }

  private boolean isHidden(Action action) {
    return (action instanceof Action.PullImage && hidden.contains(Inside.PULL))
        || (action instanceof Action.PushImage && hidden.contains(Inside.PUSH));
  }

  @Override
  public void close() {
    shown.close();
  }
}
