package dev.fermata.runner.docker;

import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineResourcesContract;
import java.io.IOException;

/** The adapter keeps the contract of all engines, on a real one. */
class DockerResourcesContractIT extends EngineResourcesContract {
  @Override
  protected Engine connect() {
    return DockerEngine.connect(System.getenv());
  }

  @Override
  protected boolean makeTwin(Engine of, NetworkSpec network) throws IOException {
    return ForeignClient.makeTwin(network);
  }
}
