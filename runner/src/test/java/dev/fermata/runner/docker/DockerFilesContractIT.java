package dev.fermata.runner.docker;

import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.testing.EngineFilesContract;

/** The adapter keeps the contract of all engines, on a real one. */
class DockerFilesContractIT extends EngineFilesContract {
  @Override
  protected Engine connect() {
    return DockerEngine.connect(System.getenv());
  }
}
