package dev.fermata.runner.watch;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.event.Event;
import dev.fermata.runner.event.EventSink;

/** What a watch says; it goes on whatever fails. */
record WatchLog(EventSink sink) {
  void say(String text) {
    sink.accept(new Event.WatchLine(text));
  }

  void warn(String text) {
    sink.accept(new Event.Notice("warning: " + text));
  }

  /** Does something; a refusal of the engine is told, and is not the end of the watch. */
  void guarding(Runnable work) {
    try {
      work.run();
    } catch (EngineException e) {
      if (e.kind() == Kind.INTERRUPTED) {
        Thread.currentThread().interrupt();
        return;
      }
      warn(String.valueOf(e.getMessage()));
      if (!e.hint().isEmpty()) {
        sink.accept(new Event.Notice("  hint: " + e.hint()));
      }
    }
  }
}
