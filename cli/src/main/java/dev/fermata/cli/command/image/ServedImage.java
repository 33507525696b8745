package dev.fermata.cli.command.image;

import dev.fermata.model.ImageRef;
import dev.fermata.model.ServiceName;
import dev.fermata.runner.engine.EngineException;
import java.util.List;
import java.util.Optional;

/**
 * An image of a service: what the engine has under its name, and what the registry serves. {@code
 * held} are digests, since several may stand for one image; {@code failure} is why the registry did
 * not answer.
 */
record ServedImage(
    ServiceName service,
    ImageRef image,
    List<String> held,
    Optional<String> latest,
    Status status,
    Optional<EngineException> failure) {

  /** What comes of the comparison. */
  enum Status {
    CURRENT("current"),
    OUTDATED("outdated"),
    /** The engine has no image of the name. */
    ABSENT("not pulled"),
    /** A digest is part of its name: nothing can come to be newer. */
    PINNED("pinned"),
    BUILT("built here"),
    /** No registry has served what the engine has: somebody loaded or named it. */
    LOCAL("local"),
    UNKNOWN("unknown");

    private final String text;

    Status(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
  }

  ServedImage {
    held = List.copyOf(held);
  }

  boolean isOutdated() {
    return status == Status.OUTDATED;
  }

  /** The digest to show of those that stand for what the engine has. */
  Optional<String> current() {
    Optional<String> same = latest.filter(held::contains);
    return same.isPresent() ? same : held.stream().findFirst();
  }
}
