package dev.fermata.runner.docker;

import static java.util.stream.Collectors.toSet;

import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.docker.ParallelCalls.Pending;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.HashMap;
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
      List<ObservedContainer> listed = containers();
      var joined = new HashMap<String, Pending<SortedMap<String, String>>>();
      listed.stream()
          .filter(it -> request.joining().contains(it.service()))
          .forEach(it -> joined.put(it.id(), calls.start(() -> namespaces(it.id()))));
      List<ObservedContainer> neighbours = neighbours(listed);
      List<ObservedContainer> containers =
          listed.stream().map(it -> joined(it, Optional.ofNullable(joined.get(it.id())))).toList();
      return new Observed(
              containers, networks.result(), volumes.result(), found(images), neighbours)
          .withImageStore(store.result());
    }
  }

  private static SortedMap<String, ObservedImage> found(
      SortedMap<String, Pending<Optional<ObservedImage>>> images) {
    var found = new TreeMap<String, ObservedImage>();
    images.forEach((name, image) -> image.result().ifPresent(it -> found.put(name, it)));
    return found;
  }

  private List<ObservedContainer> containers() {
    return api
        .get(Query.of("/containers/json").with("all", "1").filters(labelled()))
        .items()
        .stream()
        .map(ObservedReading::container)
        .toList();
  }

  private static ObservedContainer joined(
      ObservedContainer listed, Optional<Pending<SortedMap<String, String>>> inspected) {
    return inspected.map(Pending::result).map(listed::joinedTo).orElse(listed);
  }

  /** Nothing of a container that has gone since it was listed. */
  private SortedMap<String, String> namespaces(String id) {
    try {
      return ObservedReading.namespaces(api.get(Query.of("/containers/{}/json", id)));
    } catch (EngineException e) {
      if (e.kind() == Kind.NOT_FOUND) {
        return new TreeMap<>();
      }
      throw e;
    }
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
