package dev.fermata.runner.docker;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineResourcesContract;

/** What an engine keeps beside containers, on somebody else's client. */
class ForeignClientResourcesIT extends EngineResourcesContract {
  @Override
  protected Engine connect() {
    return ForeignClient.connect();
  }
}
