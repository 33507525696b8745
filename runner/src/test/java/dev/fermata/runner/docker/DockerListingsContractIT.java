package dev.fermata.runner.docker;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineListingsContract;

/** The adapter keeps the contract of all engines, on a real one. */
class DockerListingsContractIT extends EngineListingsContract {
  @Override
  protected Engine connect() {
    return DockerEngine.connect(System.getenv());
  }
}
