package dev.fermata.planner.image;

import dev.fermata.model.Build;
import dev.fermata.model.Service;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.plan.Problem;
import java.util.List;
import java.util.stream.Stream;

/** What a service's build asks for and ours cannot do: it hinders what builds, and nothing else. */
final class UnsupportedBuilds {
  private UnsupportedBuilds() {}

  static Stream<Problem> of(Service service) {
    return service.build().map(Build::unsupported).orElse(List.of()).stream()
        .map(attribute -> problem(service, attribute));
  }

  private static Problem problem(Service service, String attribute) {
    return new Problem(
        "service `%s` is to be built, and `%s` in its `build` is not supported yet"
            .formatted(service.name(), attribute),
        "build `%s` by another tool: `up` without `--build` takes the image that is there"
            .formatted(service.image()),
        SourceSpans.of(service, "build", attribute));
  }
}
