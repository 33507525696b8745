package dev.fermata.runner.testing;

import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.runner.engine.Engine;

/** The fake engine keeps the contract of all engines. */
class FakeResourcesTest extends EngineResourcesContract {
  @Override
  protected Engine connect() {
    return new FakeEngine().withImages("busybox");
  }

  @Override
  protected boolean makeTwin(Engine of, NetworkSpec network) {
    ((FakeEngine) of).twin(network.name());
    return true;
  }
}
