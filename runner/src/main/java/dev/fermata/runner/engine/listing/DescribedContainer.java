package dev.fermata.runner.engine.listing;

import dev.fermata.model.tree.Mapping;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A container as a Compose file would describe it: {@code service} has the attributes of a service,
 * without what the image says already and without the labels that tools wrote. The others are what
 * it names: networks and named volumes of the engine, and the files behind secrets by the names of
 * these. A namespace that it shares is that of {@code container:} and an id.
 */
public record DescribedContainer(
    String id,
    String name,
    SortedMap<String, String> labels,
    Mapping service,
    List<String> networks,
    List<String> volumes,
    SortedMap<String, String> secrets) {

  public DescribedContainer {
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
  }
}
