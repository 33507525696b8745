package dev.fermata.runner.docker;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineStreamsContract;

/** Logs, events and commands, on somebody else's client. */
class ForeignClientStreamsIT extends EngineStreamsContract {
  @Override
  protected Engine connect() {
    return ForeignClient.connect();
  }
}
