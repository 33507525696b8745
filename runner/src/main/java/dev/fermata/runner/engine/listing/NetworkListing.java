package dev.fermata.runner.engine.listing;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A network; {@code subnets} are the addresses that it has. */
public record NetworkListing(
    String name, String driver, List<String> subnets, SortedMap<String, String> labels) {
  public NetworkListing {
    subnets = List.copyOf(subnets);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }
}
