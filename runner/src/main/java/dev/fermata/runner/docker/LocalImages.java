package dev.fermata.runner.docker;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.ApiVersion;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The images that an engine has, and the platforms that they are there for. */
record LocalImages(Api api) {
  private static final ApiVersion SINCE_MANIFESTS = new ApiVersion(1, 48);

  /** What cannot be the name of an image is that of none; the planner refuses it by its service. */
  private static final Set<Kind> ABSENT =
      Set.of(Kind.NOT_FOUND, Kind.IMAGE_NOT_FOUND, Kind.INVALID);

  /**
   * By name, each in a call: a list takes an engine longer than a dozen of these. An engine that
   * keeps several platforms under a name answers with its own first; the others are asked for only
   * where that one is not what is wanted, since to list them takes its time.
   */
  Optional<ObservedImage> find(ImageRef image, Collection<Platform> wanted) {
    Query path = path(image);
    Optional<Json> found = get(path);
    Optional<ObservedImage> first = found.map(this::read);
    boolean isEnough = first.filter(it -> wanted.stream().allMatch(it::isFor)).isPresent();
    boolean hasMore = found.filter(it -> !it.at("Descriptor").isAbsent()).isPresent();
    if (isEnough || !hasMore || api.version().isBefore(SINCE_MANIFESTS)) {
      return first;
    }
    return get(path(image).with("manifests", "1")).map(this::read);
  }

  /**
   * The same image with all that it has for each platform; itself where the engine does not say.
   */
  ObservedImage whole(String name, ObservedImage image) {
    if (api.version().isBefore(SINCE_MANIFESTS)) {
      return image;
    }
    return get(Query.of("/images/{}/json", name).with("manifests", "1"))
        .map(this::read)
        .orElse(image);
  }

  private ObservedImage read(Json item) {
    return ObservedReading.image(item, api.engineTime());
  }

  private static Query path(ImageRef image) {
    return Query.of("/images/{}/json", ImageNames.listed(image));
  }

  private Optional<Json> get(Query path) {
    try {
      return Optional.of(api.get(path));
    } catch (EngineException e) {
      if (ABSENT.contains(e.kind())) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /** Engines with the image store of containerd keep an image for several platforms. */
  ImageStore store() {
    return api.get(Query.of("/info")).at("DriverStatus").items().stream()
            .flatMap(status -> status.items().stream())
            .anyMatch(value -> value.text().startsWith("io.containerd.snapshotter"))
        ? ImageStore.SEVERAL_PLATFORMS
        : ImageStore.ONE_PLATFORM;
  }

  /**
   * An engine takes what a registry has under a name, for whatever platform it is, and would say so
   * at the creation of a container, which is late.
   */
  void requirePulled(ImageRef image, Platform wanted) {
    others(image, wanted)
        .ifPresent(others -> {
          throw new EngineException(
              Kind.IMAGE_NOT_FOUND,
              "the image `%s` is in the registry for the platform %s, not for `%s`"
                  .formatted(image, others, wanted),
              "",
              "take an image or a `platform` that is there");
        });
  }

  /** The engine's own builder takes a base image that is there, for whatever platform it is. */
  void requireBuilt(ImageRef image, Platform wanted) {
    others(image, wanted)
        .ifPresent(others -> {
          throw new EngineException(
              Kind.BUILD_FAILED,
              "the image `%s` was built for the platform %s, not for `%s`"
                  .formatted(image, others, wanted),
              "",
              "its base image is for another platform: `pull: true` in `build` fetches it for this"
                  + " one, where the registry has it");
        });
  }

  /** The platforms that an image is there for, if containers for the wanted one are impossible. */
  private Optional<String> others(ImageRef image, Platform wanted) {
    return find(image, List.of(wanted))
        .filter(there -> !there.isAcceptedFor(wanted))
        .map(there ->
            there.platforms().stream().map(it -> "`" + it + "`").collect(Collectors.joining(", ")));
  }
}
