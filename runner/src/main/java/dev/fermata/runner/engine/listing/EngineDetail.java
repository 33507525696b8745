package dev.fermata.runner.engine.listing;

import java.time.Instant;
import java.util.List;

/**
 * What an engine says of itself and its machine. {@code store} is where images are kept, {@code
 * builder} what makes them where nobody asks for another, {@code cgroups} the version of these,
 * {@code time} what its clock showed. {@code pools} are those that it was told to take networks'
 * addresses from; none where it has its own.
 */
public record EngineDetail(
    String system,
    String store,
    String builder,
    String cgroups,
    boolean rootless,
    boolean forwards,
    String folder,
    Instant time,
    List<AddressPool> pools,
    List<String> warnings) {

  /** {@code base} such as {@code 172.28.0.0/14}; each network gets a part of {@code size} bits. */
  public record AddressPool(String base, int size) {}

  public EngineDetail {
    pools = List.copyOf(pools);
    warnings = List.copyOf(warnings);
  }
}
