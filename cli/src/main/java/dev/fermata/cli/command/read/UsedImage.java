package dev.fermata.cli.command.read;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.engine.listing.ImageListing;
import java.util.Optional;

/** A container and its image; without a listing the image itself has gone from the engine. */
record UsedImage(ObservedContainer container, Optional<ImageListing> listing) {
  private static final String ALGORITHM = "sha256:";
  private static final String DEFAULT_REGISTRY = "^(index\\.)?docker\\.io/(library/)?";
  private static final int SHORT_ID = 12;

  String id() {
    return listing.map(ImageListing::id).orElse(container.imageId());
  }

  /** The id without the name of its algorithm. */
  String hex() {
    return id().startsWith(ALGORITHM) ? id().substring(ALGORITHM.length()) : id();
  }

  String shortId() {
    return hex().substring(0, Math.min(SHORT_ID, hex().length()));
  }

  /** Empty where the engine has only the id: another image has its name by now. */
  String repository() {
    String name = name();
    return tagAt(name) < 0 ? name : name.substring(0, tagAt(name));
  }

  /** Empty where a digest is in its place. */
  String tag() {
    String name = container.imageName();
    if (name().isEmpty() || name.contains("@")) {
      return "";
    }
    return tagAt(name()) < 0 ? "latest" : name().substring(tagAt(name()) + 1);
  }

  private String name() {
    String name = container.imageName();
    if (name.startsWith(ALGORITHM) || container.imageId().equals(ALGORITHM + name)) {
      return "";
    }
    int digest = name.indexOf('@');
    return (digest < 0 ? name : name.substring(0, digest)).replaceFirst(DEFAULT_REGISTRY, "");
  }

  private static int tagAt(String name) {
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? colon : -1;
  }
}
