package dev.fermata.planner.build;

import dev.fermata.model.source.Span;
import dev.fermata.model.text.CacheText;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.observed.Builders.BuildKit;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.spec.Builder.Because;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** In words, why a builder cannot do what a build asks for. */
final class BuilderProblems {
  private static final String CONTAINERD =
      "let the engine keep images in containerd's store: `\"features\": {\"containerd-snapshotter\":"
          + " true}` in its `daemon.json`";

  private BuilderProblems() {}

  static Problem noBuildx(Subject subject, Optional<String> name, Because because) {
    String which = name.map(it -> "the builder `" + it + "` of ").orElse("");
    return new Problem(
        "service `%s` is to be built by %s`docker buildx` (`%s`), and the docker client has no such"
                .formatted(subject.service().name(), which, because.text())
            + " plugin",
        "install `docker-buildx`, or leave out `%s`: the engine's BuildKit needs neither"
            .formatted(because.text()));
  }

  static Problem needsBuildx(Subject subject, Because because) {
    return switch (because) {
      case SEVERAL_PLATFORMS ->
          new Problem(
              "service `%s` is to be built for %s, and the engine keeps an image for one platform"
                  .formatted(subject.service().name(), quoted(subject.platforms())),
              CONTAINERD + ", or install `docker-buildx` and name a builder of it by `--builder`",
              places(subject, "platforms"));
      case LOCAL_CACHE, ASKED, NAMED, SWITCHED_OFF, NOT_THERE, NO_LIMITS ->
          new Problem(
              "service `%s` builds with a cache or an image in a folder, which the engine's"
                      .formatted(subject.service().name())
                  + " BuildKit does not reach",
              "install `docker-buildx`, which does, or name what a registry has",
              places(subject, "cache_from", "cache_to", "additional_contexts"));
    };
  }

  private static String quoted(List<?> items) {
    return String.join(" and ", items.stream().map(it -> "`" + it + "`").toList());
  }

  static Problem tooOld(Subject subject, Feature feature, BuildKit there) {
    String newer = "engine %s or newer has it".formatted(feature.since().engine());
    String hint =
        feature == Feature.CONTEXTS
            ? "write `# syntax=docker/dockerfile:1` as the first line of its Dockerfile, or use a"
                + " newer engine: "
                + newer
            : "leave it out, or use a newer engine: " + newer;
    return new Problem(
        "service `%s` is to be built with `%s`, which the BuildKit of engine %s does not have"
            .formatted(subject.service().name(), feature.attribute(), there.engine()),
        hint,
        places(subject, feature.attribute()));
  }

  static Problem tooOld(Subject subject, Wish wish, BuildKit there) {
    return new Problem(
        "`%s` in line %d of `%s`, which service `%s` is built by, is not known to the BuildKit of"
                .formatted(wish.words(), wish.line(), subject.file(), subject.service().name())
            + " engine "
            + there.engine(),
        "write `# syntax=docker/dockerfile:1` as the first line of the Dockerfile, or use engine %s"
                .formatted(wish.since().engine())
            + " or newer",
        places(subject));
  }

  static Problem notClassic(Subject subject, Feature feature, Because because) {
    return notClassic(subject, feature.attribute(), because);
  }

  static Problem notClassic(Subject subject, String attribute, Because because) {
    return new Problem(
        "service `%s` is to be built by the classic builder (%s), which has no `%s`"
            .formatted(subject.service().name(), why(because), attribute),
        instead(because),
        places(subject, attribute));
  }

  static Problem notClassic(Subject subject, Wish wish, Because because) {
    return new Problem(
        "`%s` in line %d of `%s` needs BuildKit, and service `%s` is to be built by the classic"
                .formatted(wish.words(), wish.line(), subject.file(), subject.service().name())
            + " builder (%s)".formatted(why(because)),
        instead(because),
        places(subject));
  }

  static String leftOut(Subject subject, Feature feature, Because because) {
    return "`%s` of service `%s` is left out: the classic builder (%s) has none"
        .formatted(feature.attribute(), subject.service().name(), why(because));
  }

  private static String why(Because because) {
    return because == Because.SWITCHED_OFF ? "`" + because.text() + "`" : because.text();
  }

  private static String instead(Because because) {
    return switch (because) {
      case SWITCHED_OFF -> "unset `DOCKER_BUILDKIT`: the engine's BuildKit has it";
      case NOT_THERE -> "use an engine with BuildKit: Docker has it since 20.10";
      case NO_LIMITS -> "use engine 23 or newer: its BuildKit has both";
      case ASKED, NAMED, SEVERAL_PLATFORMS, LOCAL_CACHE -> "use the engine's BuildKit";
    };
  }

  /** What an engine cannot keep that has an image for one platform, without what goes with it. */
  static List<Problem> ofStore(Subject subject) {
    List<Problem> problems = new ArrayList<>();
    for (Feature feature : Feature.askedBy(subject.build())) {
      if (feature == Feature.PROVENANCE || feature == Feature.SBOM) {
        problems.add(
            new Problem(
                "service `%s` is to be built with `%s`, and the engine keeps images without what is"
                        .formatted(subject.service().name(), feature.attribute())
                    + " attested of them",
                CONTAINERD + ", or leave it out",
                places(subject, feature.attribute())));
      }
    }
    subject.build().caches().to().stream()
        .map(cache -> CacheText.of(cache).type())
        .filter(type -> !type.equals("inline"))
        .distinct()
        .forEach(type ->
            problems.add(
                new Problem(
                    "service `%s` is to keep its cache by `type=%s`, and the engine can by"
                            .formatted(subject.service().name(), type)
                        + " `type=inline` alone",
                    CONTAINERD + ", or write `type=inline`",
                    places(subject, "cache_to"))));
    return problems;
  }

  /** The first of the attributes that a file has; where none has, the build. */
  private static List<Span> places(Subject subject, String... attributes) {
    for (String attribute : attributes) {
      List<Span> found = SourceSpans.of(subject.service(), "build", attribute);
      if (!found.isEmpty()) {
        return found;
      }
    }
    return SourceSpans.of(subject.service(), "build");
  }
}
