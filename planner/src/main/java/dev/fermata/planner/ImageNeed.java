package dev.fermata.planner;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import java.util.Optional;

/** How an image is to come, and why. */
sealed interface ImageNeed {

  Reason reason();

  record Pull(ImageRef image, Reason reason) implements ImageNeed {}

  record Build(Service service, Reason reason) implements ImageNeed {}

  /** One image, under its name, for a platform where one is said. */
  record Key(String name, Optional<Platform> platform) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      int names = name.compareTo(other.name);
      return names != 0 ? names : text().compareTo(other.text());
    }

    /** The image is there. */
    Fact ready() {
      return Fact.imageReady(name, platform);
    }

    private String text() {
      return platform.map(Platform::toString).orElse("");
    }
  }
}
