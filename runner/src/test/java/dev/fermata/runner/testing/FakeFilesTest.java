package dev.fermata.runner.testing;

import dev.fermata.runner.engine.Engine;

/** The fake engine keeps the contract of all engines. */
class FakeFilesTest extends EngineFilesContract {
  @Override
  protected Engine connect() {
    return new FakeEngine().withImages("busybox");
  }
}
