package dev.fermata.runner.docker;

import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineResourcesContract;
import java.io.IOException;

/** What an engine keeps beside containers, on somebody else's client. */
class ForeignClientResourcesIT extends EngineResourcesContract {
  @Override
  protected Engine connect() {
    return ForeignClient.connect();
  }

  @Override
  protected boolean makeTwin(Engine of, NetworkSpec network) throws IOException {
    return ForeignClient.makeTwin(network);
  }
}
