package dev.fermata.runner.testing;

import dev.fermata.runner.engine.HealthcheckDetail;
import java.util.Optional;

/** An image of a fake engine. */
record FakeImage(String id, Optional<HealthcheckDetail> health) {}
