package dev.fermata.planner;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.conflict.HostPort;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.EndedJob;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.Addresses;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import dev.fermata.planner.observed.ObservedContainer.Sharing;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.spec.ContainerSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/** A container of a tiny world, and what an engine's list tells of it. */
final class TinyContainer {
  final String id;
  String name;
  final ContainerSpec spec;
  final String imageId;
  final Instant created;
  ContainerState state = ContainerState.CREATED;
  Instant started = Instant.EPOCH;
  Optional<EndedJob.FileChange> seen = Optional.empty();
  final SortedMap<String, String> networks = new TreeMap<>();
  final Map<String, String> volumes = new LinkedHashMap<>();
  final SortedMap<String, String> joined;
  final SortedMap<String, List<String>> addresses = new TreeMap<>();

  TinyContainer(
      String id,
      ContainerSpec spec,
      String imageId,
      Instant created,
      SortedMap<String, String> joined) {
    this.id = id;
    this.name = spec.name();
    this.spec = spec;
    this.imageId = imageId;
    this.created = created;
    this.joined = joined;
  }

  ServiceName service() {
    return spec.service();
  }

  /**
   * {@code code} is its exit code; of its labels, those are told that {@code toldLabels} lets by.
   */
  ObservedContainer observed(String code, Predicate<String> toldLabels) {
    String status =
        state.equals(ContainerState.EXITED) ? "Exited (" + code + ") a moment ago" : "Up";
    SortedMap<String, String> labels = new TreeMap<>(spec.labels());
    labels.keySet().removeIf(label -> !toldLabels.test(label));
    List<ObservedMount> mounts = new ArrayList<>();
    volumes.forEach((target, volume) ->
        mounts.add(new ObservedMount("volume", Optional.of(volume), "", target)));
    return new ObservedContainer(
        id,
        name,
        service(),
        spec.identity().number(),
        labels.containsKey(Labels.HOOK),
        state,
        spec.image().text(),
        imageId,
        labels,
        networks,
        mounts,
        new ObservedContainer.Listing(
            "", created, status, ports(), addresses(), new Sharing(joined, Optional.of(started))));
  }

  private List<ObservedPort> ports() {
    if (!state.equals(ContainerState.RUNNING)) {
      return List.of();
    }
    return spec.networking().ports().stream()
        .filter(HostPort::isFixed)
        .map(HostPort::of)
        .map(port ->
            new ObservedPort(
                port.ip().isEmpty() ? "0.0.0.0" : port.ip(), port.port(), 0, port.protocol()))
        .toList();
  }

  List<String> addresses(String network) {
    return state.equals(ContainerState.RUNNING)
        ? addresses.getOrDefault(network, List.of())
        : List.of();
  }

  List<String> fixed(String network) {
    return spec.networking().attachments().stream()
        .filter(at -> at.network().equals(network))
        .flatMap(at -> at.ipv4Address().stream())
        .toList();
  }

  private SortedMap<String, Addresses> addresses() {
    var told = new TreeMap<String, Addresses>();
    for (String network : networks.keySet()) {
      told.put(network, new Addresses(addresses(network), fixed(network)));
    }
    return told;
  }
}
