package dev.fermata.planner.build;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import dev.fermata.planner.build.Instructions.Frontend;
import java.util.List;
import java.util.Optional;

/** What a builder is chosen for; a Dockerfile that is not here is not known. */
record Subject(
    Service service, Build build, List<Platform> platforms, Optional<Instructions> dockerfile) {
  Subject {
    platforms = List.copyOf(platforms);
  }

  Frontend frontend() {
    return dockerfile.map(Instructions::frontend).orElse(Frontend.BUILT_IN);
  }

  List<Wish> wishes() {
    return dockerfile.map(Wish::in).orElse(List.of());
  }

  /** An inline Dockerfile for a context that the builder fetches. */
  boolean isInlineElsewhere() {
    return build.source().dockerfileInline().isPresent()
        && build.source().context() instanceof BuildContext.Remote;
  }

  /** As messages name it. */
  String file() {
    return build.source().dockerfileInline().isPresent()
        ? "dockerfile_inline"
        : build.source().dockerfile().orElse("Dockerfile");
  }
}
