package dev.fermata.planner.build;

import dev.fermata.model.Build;
import dev.fermata.planner.observed.Builders.BuildKit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a build may ask for that not every builder has. */
enum Feature {
  SECRETS("secrets", BuildKit.OF_20_10, Classic.LACKS, it -> !it.access().secrets().isEmpty()),
  AGENTS("ssh", BuildKit.OF_20_10, Classic.LACKS, it -> !it.access().agents().isEmpty()),
  CONTEXTS(
      "additional_contexts",
      BuildKit.OF_23,
      Classic.LACKS,
      it -> !it.source().contexts().isEmpty()),
  PRIVILEGED(
      "privileged",
      BuildKit.OF_20_10,
      Classic.LACKS,
      it -> it.sandbox().entitlements().contains(Build.Sandbox.INSECURE)),
  ENTITLEMENTS(
      "entitlements",
      BuildKit.OF_20_10,
      Classic.LACKS,
      it ->
          it.sandbox().entitlements().stream()
              .anyMatch(one -> !one.equals(Build.Sandbox.INSECURE))),
  SHM_SIZE("shm_size", BuildKit.OF_23, Classic.HAS, it -> it.sandbox().shmSize().isPresent()),
  ULIMITS("ulimits", BuildKit.OF_23, Classic.HAS, it -> !it.sandbox().ulimits().isEmpty()),
  PROVENANCE("provenance", BuildKit.OF_24, Classic.LEAVES_OUT, it -> isOn(it.image().provenance())),
  SBOM("sbom", BuildKit.OF_24, Classic.LEAVES_OUT, it -> isOn(it.image().sbom())),
  CACHE_TO("cache_to", BuildKit.OF_20_10, Classic.LEAVES_OUT, it -> !it.caches().to().isEmpty()),
  NO_CACHE_FILTER(
      "no_cache_filter",
      BuildKit.OF_20_10,
      Classic.LEAVES_OUT,
      it -> !it.caches().without().isEmpty());

  private final String attribute;
  private final BuildKit since;
  private final Classic classic;

  @SuppressWarnings("ImmutableEnumChecker") // Each is a function of the build alone.
  private final Predicate<Build> asked;

  /** What the classic builder makes of it. */
  enum Classic {
    HAS,
    /** The image is the same without it. */
    LEAVES_OUT,
    LACKS
  }

  Feature(String attribute, BuildKit since, Classic classic, Predicate<Build> asked) {
    this.attribute = attribute;
    this.since = since;
    this.classic = classic;
    this.asked = asked;
  }

  static List<Feature> askedBy(Build build) {
    return Arrays.stream(values()).filter(feature -> feature.asked.test(build)).toList();
  }

  /** As files name it. */
  String attribute() {
    return attribute;
  }

  /** Engines whose BuildKit has it. */
  BuildKit since() {
    return since;
  }

  Classic classic() {
    return classic;
  }

  private static boolean isOn(Optional<String> setting) {
    return setting.filter(text -> !text.equals("false") && !text.isEmpty()).isPresent();
  }
}
