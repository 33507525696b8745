package dev.fermata.runner.testing;

import dev.fermata.runner.engine.Engine;

/** The fake engine keeps the contract of all engines. */
class FakeProcessTest extends EngineProcessContract {
  @Override
  protected Engine connect() {
    return new FakeEngine().withImages("busybox");
  }

  @Override
  protected void scriptWeb(Engine scripted, int exitCode, String line) {
    ((FakeEngine) scripted)
        .onStart(
            "web",
            container -> {
              container.print(line);
              container.exit(exitCode);
            });
  }
}
