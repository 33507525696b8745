package dev.fermata.runner;

import dev.fermata.runner.event.EventSink;

/** What goes on beside an attached run from when all is up, such as a watch of files. */
@FunctionalInterface
public interface Companion {
  Companion NONE = sink -> Begun.NOTHING;

  /** Begins; {@code sink} is told what it does. */
  Begun begin(EventSink sink);

  /** It goes on until it is closed. */
  interface Begun extends AutoCloseable {
    Begun NOTHING =
        new Begun() {
          @Override
          public long changes() {
            return 0;
          }

          @Override
          public void awaitRest() {}

          @Override
          public void leave() {}

          @Override
          public void close() {}
        };

    /** How many times it has begun to change containers. */
    long changes();

    /** Waits until it changes no container, or was told to leave. */
    void awaitRest() throws InterruptedException;

    /** Begins nothing more, and breaks off what takes its time. */
    void leave();

    @Override
    void close();
  }
}
