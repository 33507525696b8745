package dev.fermata.runner;

import dev.fermata.planner.plan.Step;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** What the engine says while a step goes on, as events. */
final class StepProgress {
  private final EventSink sink;

  /** What is wrong with the logins to a registry is so for each of its images, and told once. */
  private final Set<String> warned = ConcurrentHashMap.newKeySet();

  StepProgress(EventSink sink) {
    this.sink = sink;
  }

  Consumer<ImageProgress> of(Step step) {
    return progress -> {
      switch (progress.kind()) {
        case PROGRESS -> sink.accept(new Event.StepProgressed(step, progress));
        case WARNING -> warn(progress.text());
      }
    };
  }

  Consumer<BuildEvent> ofBuild(Step step) {
    return event -> {
      if (event instanceof BuildEvent.Noticed noticed) {
        warn(noticed.warning());
        return;
      }
      sink.accept(new Event.BuildProgressed(step, event));
    };
  }

  private void warn(String text) {
    if (warned.add(text)) {
      sink.accept(new Event.Notice("warning: " + text));
    }
  }
}
