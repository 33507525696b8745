package dev.fermata.runner.testing;

import dev.fermata.model.Platform;
import dev.fermata.runner.engine.HealthcheckDetail;
import java.util.Optional;

/** An image of a fake engine. */
record FakeImage(String id, Optional<HealthcheckDetail> health, Platform platform) {
  static final Platform HOST = Platform.of("linux/amd64");

  FakeImage(String id, Optional<HealthcheckDetail> health) {
    this(id, health, HOST);
  }
}
