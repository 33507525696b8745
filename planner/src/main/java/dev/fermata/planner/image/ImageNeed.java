package dev.fermata.planner.image;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import java.util.Optional;

/** How an image is to come, and why. */
sealed interface ImageNeed {

  Reason reason();

  /** A service that has a build gives the image where no registry does. */
  record Pull(ImageRef image, Reason reason, Optional<Service> otherwise) implements ImageNeed {
    Pull(ImageRef image, Reason reason) {
      this(image, reason, Optional.empty());
    }

    static Pull of(Service service, Reason reason) {
      return new Pull(
          service.image(), reason, service.isBuilt() ? Optional.of(service) : Optional.empty());
    }
  }

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
