package dev.fermata.runner.docker;

import static java.util.stream.Collectors.toSet;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.ObserveRequest;
import dev.fermata.runner.task.ParallelCalls;
import dev.fermata.runner.task.ParallelCalls.Pending;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One snapshot: three lists and the images that are spoken of, asked for at once. A closer look is
 * taken only where the request has something that these do not tell.
 */
record Observation(Api api, ObserveRequest request) {
  Observed take() {
    try (var calls = new ParallelCalls()) {
      var networks = calls.start(this::networks);
      var volumes = calls.start(this::volumes);
      var images = new TreeMap<String, Pending<Optional<ObservedImage>>>();
      var local = new LocalImages(api);
      request
          .images()
          .forEach((image, platforms) ->
              images.put(image.familiar(), calls.start(() -> local.find(image, platforms))));
      var store = calls.start(this::imageStore);
      var look = new CloseLook(api, calls);
      List<ObservedContainer> listed = look.at(containers(), this::shares);
      List<ObservedContainer> neighbours = neighbours(listed);
      Set<String> partners = partners(listed);
      return Observed.NOTHING
          .withContainers(look.at(listed, it -> !shares(it) && isOneOf(partners, it)))
          .withNeighbours(look.at(neighbours, it -> isOneOf(partners, it)))
          .withNetworks(networks.result())
          .withVolumes(volumes.result())
          .withImages(compared(found(images), listed))
          .withImageStore(store.result());
    }
  }

  private boolean shares(ObservedContainer container) {
    return !container.joined().isEmpty() || request.joining().contains(container.service());
  }

  /** Those that a container shares with that runs: where none does there is nobody to look at. */
  private Set<String> partners(List<ObservedContainer> listed) {
    return listed.stream()
        .filter(this::shares)
        .filter(container -> container.state().mayRun())
        .flatMap(container -> container.joined().values().stream())
        .collect(toSet());
  }

  private static boolean isOneOf(Set<String> handles, ObservedContainer container) {
    return handles.contains(container.id()) || handles.contains(container.name());
  }

  private static SortedMap<String, ObservedImage> found(
      SortedMap<String, Pending<Optional<ObservedImage>>> images) {
    var found = new TreeMap<String, ObservedImage>();
    images.forEach((name, image) -> image.result().ifPresent(it -> found.put(name, it)));
    return found;
  }

  /**
   * An index with an attestation is made anew by each build, and has for its platform what it had
   * before. To list that takes an engine its time: only where a container would be replaced.
   */
  private SortedMap<String, ObservedImage> compared(
      SortedMap<String, ObservedImage> images, List<ObservedContainer> listed) {
    Set<String> ids = images.values().stream().map(ObservedImage::id).collect(toSet());
    boolean isAnyOther =
        listed.stream()
            .filter(container -> container.listing().manifest().isPresent())
            .anyMatch(container -> !ids.contains(container.imageId()));
    if (!isAnyOther) {
      return images;
    }
    var compared = new TreeMap<>(images);
    compared.replaceAll(new LocalImages(api)::whole);
    return compared;
  }

  private List<ObservedContainer> containers() {
    return api
        .get(Query.of("/containers/json").with("all", "1").filters(labelled()))
        .items()
        .stream()
        .map(ObservedReading::container)
        .toList();
  }

  private List<ObservedContainer> neighbours(List<ObservedContainer> own) {
    if (request.claims().areHeldBy(own)) {
      return List.of();
    }
    Set<String> ids = own.stream().map(ObservedContainer::id).collect(toSet());
    return api.get(Query.of("/containers/json").with("all", "1")).items().stream()
        .map(ObservedReading::container)
        .filter(container -> !ids.contains(container.id()))
        .toList();
  }

  private List<ObservedNetwork> networks() {
    return list(Query.of("/networks"), request.networks()).items().stream()
        .map(ObservedReading::network)
        .filter(it -> isOurs(it.labels()) || request.networks().contains(it.name()))
        .toList();
  }

  private List<ObservedVolume> volumes() {
    return list(Query.of("/volumes"), request.volumes()).at("Volumes").items().stream()
        .map(ObservedReading::volume)
        .filter(it -> isOurs(it.labels()) || request.volumes().contains(it.name()))
        .toList();
  }

  /** Filters are joined by "and": for a label or a name there is one list, of everything. */
  private Json list(Query path, Set<String> names) {
    return api.get(names.isEmpty() ? path.filters(labelled()) : path);
  }

  /** Asked for only where it matters. */
  private ImageStore imageStore() {
    boolean matters =
        request.images().values().stream().anyMatch(platforms -> platforms.size() > 1);
    return matters ? new LocalImages(api).store() : ImageStore.ONE_PLATFORM;
  }

  private JsonObject labelled() {
    return new JsonObject().put("label", List.of(Labels.PROJECT + "=" + request.project()));
  }

  private boolean isOurs(SortedMap<String, String> labels) {
    return request.project().text().equals(labels.get(Labels.PROJECT));
  }
}
