package dev.fermata.planner.spec;

import java.util.Optional;

/** Who makes an image. */
public sealed interface Builder {
  /** What there is to use unless something speaks against it. */
  Builder USUAL = new BuildKit();

  /** The engine's own BuildKit. */
  record BuildKit() implements Builder {}

  /**
   * The program {@code docker buildx} with one of its builders; without a name it is the one that
   * the user has made its current one.
   */
  record Buildx(Optional<String> name, Because because) implements Builder {}

  /** What the engine had before BuildKit, and engines have that are no Docker. */
  record Classic(Because because) implements Builder {}

  /** Why it is not the usual one. */
  enum Because {
    /** By {@code --builder}. */
    ASKED("--builder"),
    /** By the environment, {@code BUILDX_BUILDER}. */
    NAMED("BUILDX_BUILDER"),
    /** By the environment, {@code DOCKER_BUILDKIT=0}. */
    SWITCHED_OFF("DOCKER_BUILDKIT=0"),
    NOT_THERE("the engine has no BuildKit"),
    /** It cannot limit what the steps of a build use. */
    NO_LIMITS("the engine's BuildKit has no `ulimits` and no `shm_size`"),
    SEVERAL_PLATFORMS("the engine keeps an image for one platform only"),
    LOCAL_CACHE("the engine's BuildKit reaches no caches and images in folders");

    private final String text;

    Because(String text) {
      this.text = text;
    }

    public String text() {
      return text;
    }
  }
}
