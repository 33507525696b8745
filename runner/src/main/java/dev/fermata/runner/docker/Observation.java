package dev.fermata.runner.docker;

import dev.fermata.planner.Labels;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.observed.ObservedVolume;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.docker.read.ObservedReading;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;

/** One snapshot: at most four lists, asked for at once. */
record Observation(Api api, ObserveRequest request) {

  Observed take() {
    try (var calls = new ParallelCalls()) {
      var networks = calls.start(this::networks);
      var volumes = calls.start(this::volumes);
      var images = calls.start(this::images);
      List<ObservedContainer> containers = containers();
      return new Observed(containers, networks.result(), volumes.result(), images.result());
    }
  }

  private List<ObservedContainer> containers() {
    return api
        .get(Query.of("/containers/json").with("all", "1").filters(labelled()))
        .items()
        .stream()
        .map(ObservedReading::container)
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

  private SortedMap<String, ObservedImage> images() {
    if (request.images().isEmpty()) {
      return Collections.emptySortedMap();
    }
    List<String> names = request.images().stream().map(ImageNames::listed).sorted().toList();
    Query query = Query.of("/images/json").filters(new JsonObject().put("reference", names));
    return ImageNames.found(request.images(), api.get(query).items());
  }

  private JsonObject labelled() {
    return new JsonObject().put("label", List.of(Labels.PROJECT + "=" + request.project()));
  }

  private boolean isOurs(SortedMap<String, String> labels) {
    return request.project().text().equals(labels.get(Labels.PROJECT));
  }
}
