package dev.fermata.planner.build;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.Platform;
import dev.fermata.model.Service;
import dev.fermata.model.text.CacheText;
import dev.fermata.planner.build.Feature.Classic;
import dev.fermata.planner.build.Instructions.Frontend;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.Builders;
import dev.fermata.planner.observed.Builders.BuildKit;
import dev.fermata.planner.observed.Builders.Buildx;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.spec.Builder;
import dev.fermata.planner.spec.Builder.Because;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which builder makes the image of a service: the engine's BuildKit, unless the user has named
 * another one or that cannot do it. {@code asked} is the builder that the command names.
 */
record BuilderChoice(BuildInputs inputs, ImageStore store, Optional<String> asked) {
  /** What {@code docker buildx} calls the engine's own BuildKit. */
  private static final String OWN = "default";

  Choice of(Service service, List<Platform> platforms) {
    Subject subject = subject(service, platforms);
    if (asked.isPresent()) {
      return named(subject, asked.get(), Because.ASKED);
    }
    if (builders().use() == Builders.Use.SWITCHED_OFF) {
      return classic(subject, Because.SWITCHED_OFF);
    }
    return builders()
        .named()
        .map(name -> named(subject, name, Because.NAMED))
        .orElseGet(() -> own(subject));
  }

  private Builders builders() {
    return inputs.builders();
  }

  private Subject subject(Service service, List<Platform> platforms) {
    Build build =
        service
            .build()
            .orElseThrow(
                () -> new IllegalStateException("a bug: " + service.name() + " has no build"));
    Optional<String> text =
        build
            .source()
            .dockerfileInline()
            .or(() -> Optional.ofNullable(inputs.dockerfiles().get(service.name())));
    return new Subject(service, build, platforms, text.map(Instructions::of));
  }

  private Choice named(Subject subject, String name, Because because) {
    return name.equals(OWN) ? own(subject) : buildx(subject, Optional.of(name), because);
  }

  private Choice buildx(Subject subject, Optional<String> name, Because because) {
    var builder = new Builder.Buildx(name, because);
    return builders().buildx() == Buildx.INSTALLED
        ? Choice.of(builder)
        : Choice.refused(builder, List.of(BuilderProblems.noBuildx(subject, name, because)));
  }

  /** By the engine's BuildKit, or what does what that cannot do. */
  private Choice own(Subject subject) {
    BuildKit there = builders().buildKit();
    if (there == BuildKit.ABSENT) {
      return classic(subject, Because.NOT_THERE);
    }
    if (subject.platforms().size() > 1 && store == ImageStore.ONE_PLATFORM) {
      return instead(subject, Because.SEVERAL_PLATFORMS);
    }
    if (reachesFolders(subject.build())) {
      return instead(subject, Because.LOCAL_CACHE);
    }
    List<Feature> lacking =
        Feature.askedBy(subject.build()).stream()
            .filter(feature -> there.isBefore(feature.since()))
            .filter(feature -> feature != Feature.CONTEXTS || subject.frontend() != Frontend.NAMED)
            .toList();
    if (isOfLimits(lacking) && canBeClassic(subject)) {
      return classic(subject, Because.NO_LIMITS);
    }
    List<Problem> problems = new ArrayList<>();
    lacking.forEach(feature -> problems.add(BuilderProblems.tooOld(subject, feature, there)));
    if (subject.frontend() == Frontend.BUILT_IN) {
      subject.wishes().stream()
          .filter(wish -> there.isBefore(wish.since()))
          .forEach(wish -> problems.add(BuilderProblems.tooOld(subject, wish, there)));
    }
    if (store == ImageStore.ONE_PLATFORM) {
      problems.addAll(BuilderProblems.ofStore(subject));
    }
    return Choice.refused(Builder.USUAL, problems);
  }

  /** By a program beside, where it is there. */
  private Choice instead(Subject subject, Because because) {
    var builder = new Builder.Buildx(Optional.empty(), because);
    return builders().buildx() == Buildx.INSTALLED
        ? Choice.of(builder)
        : Choice.refused(builder, List.of(BuilderProblems.needsBuildx(subject, because)));
  }

  /** Caches and images in folders of this machine, which a builder would have to be given. */
  private static boolean reachesFolders(Build build) {
    return Stream.concat(build.caches().from().stream(), build.caches().to().stream())
            .anyMatch(cache -> CacheText.of(cache).type().equals("local"))
        || build.source().contexts().values().stream()
            .anyMatch(BuildContext.Layout.class::isInstance);
  }

  private static boolean isOfLimits(List<Feature> lacking) {
    return !lacking.isEmpty()
        && lacking.stream().allMatch(feature -> feature.classic() == Classic.HAS);
  }

  private static boolean canBeClassic(Subject subject) {
    return subject.platforms().size() < 2
        && subject.wishes().isEmpty()
        && subject.frontend() == Frontend.BUILT_IN
        && Feature.askedBy(subject.build()).stream()
            .allMatch(feature -> feature.classic() == Classic.HAS);
  }

  private static Choice classic(Subject subject, Because because) {
    var builder = new Builder.Classic(because);
    List<Problem> problems = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    for (Feature feature : Feature.askedBy(subject.build())) {
      switch (feature.classic()) {
        case LACKS -> problems.add(BuilderProblems.notClassic(subject, feature, because));
        case LEAVES_OUT -> notes.add(BuilderProblems.leftOut(subject, feature, because));
        case HAS -> {
          // As BuildKit does.
        }
      }
    }
    subject
        .wishes()
        .forEach(wish -> problems.add(BuilderProblems.notClassic(subject, wish, because)));
    if (subject.platforms().size() > 1) {
      problems.add(BuilderProblems.notClassic(subject, "platforms", because));
    }
    if (subject.isInlineElsewhere()) {
      problems.add(BuilderProblems.notClassic(subject, "dockerfile_inline", because));
    }
    return new Choice(builder, problems, notes);
  }
}
