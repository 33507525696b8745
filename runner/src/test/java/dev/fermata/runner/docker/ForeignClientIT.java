package dev.fermata.runner.docker;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineContract;

/** The contract of all engines, on somebody else's client. */
class ForeignClientIT extends EngineContract {
  @Override
  protected Engine connect() {
    return ForeignClient.connect();
  }
}
