package dev.fermata.runner.engine;

import dev.fermata.model.ImageRef;
import java.util.Optional;
import java.util.function.Consumer;

/** The images of an engine, and how they come to it. */
public interface Images {

  void pull(ImageRef image, Optional<String> platform, Consumer<ImageProgress> progress);

  /** Builds and tags; the id of the image. */
  String build(BuildRequest request, Consumer<ImageProgress> progress);

  /** Empty where there is no such image. */
  Optional<ImageDetail> inspect(String reference);

  /** Idempotent. */
  void remove(String reference);
}
