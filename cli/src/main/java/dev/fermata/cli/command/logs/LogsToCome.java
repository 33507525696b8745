package dev.fermata.cli.command.logs;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.runner.Cancellation;
import dev.fermata.runner.Cancellation.Stage;
import dev.fermata.runner.event.EventSink;
import dev.fermata.runner.logs.LogFollower;
import dev.fermata.runner.logs.LogQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Stays with containers until all of them have ended, until the user has enough, or until the time
 * that was asked for.
 */
record LogsToCome(Session session, LogQuery query, Optional<Instant> until) {
  /** Lines said before the end may still be on their way then. */
  private static final Duration ON_THEIR_WAY = Duration.ofMillis(300);

  Ending show(EventSink sink) {
    Cancellation cancellation = session.cancellation();
    // Nobody reads any more, as behind `| head`, or the disk is full.
    var unread = new Cancellation();
    EventSink read =
        event -> {
          sink.accept(event);
          if (session.out().checkError()) {
            unread.reach(Stage.GRACEFUL);
          }
        };
    try (var follower = LogFollower.open(session.engine(), read, query)) {
      unread.subscribe(stage -> follower.leave());
      var leaving = cancellation.subscribe(stage -> follower.leave());
      try {
        await(follower, () -> cancellation.stage() != Stage.NONE || unread.stage() != Stage.NONE);
      } finally {
        leaving.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Ending.Interrupted();
    }
    return cancellation.stage() == Stage.NONE ? Ending.SUCCEEDED : new Ending.Interrupted();
  }

  private void await(LogFollower follower, BooleanSupplier left) throws InterruptedException {
    if (until.isEmpty()) {
      follower.awaitAllEnded(left);
      return;
    }
    follower.awaitAllEnded(Duration.between(session.now(), until.get()).plus(ON_THEIR_WAY), left);
  }
}
