package dev.fermata.model;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Limits and reservations. */
public record Resources(
    Cpu cpu,
    Memory memory,
    Optional<Long> pids,
    SortedMap<String, Ulimit> ulimits,
    Optional<Integer> oomScoreAdj,
    Optional<Boolean> oomKillDisable,
    List<DeviceRequest> deviceRequests) {

  /** All of it left to the engine. */
  public static final Resources NONE =
      new Resources(
          new Cpu(
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          new Memory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Collections.emptySortedMap(),
          Optional.empty(),
          Optional.empty(),
          List.of());

  /** Processor time; {@code count} is a number of processors, such as 0.5. */
  public record Cpu(
      Optional<Double> count,
      Optional<Long> shares,
      Optional<Long> quota,
      Optional<Long> period,
      Optional<Long> realtimeRuntime,
      Optional<Long> realtimePeriod,
      Optional<String> set) {}

  /** Memory; {@code swap} is memory and swap together. */
  public record Memory(
      Optional<ByteSize> limit,
      Optional<ByteSize> reservation,
      Optional<ByteSize> swap,
      Optional<Integer> swappiness) {}

  /** A pair of limits of one kind; -1 is no limit. */
  public record Ulimit(long soft, long hard) {}

  /** Devices asked for by what they can do; {@code count} -1 is all of them. */
  public record DeviceRequest(
      Optional<String> driver,
      int count,
      List<String> deviceIds,
      List<String> capabilities,
      SortedMap<String, String> options) {
    public DeviceRequest {
      deviceIds = List.copyOf(deviceIds);
      capabilities = List.copyOf(capabilities);
    }
  }

  public Resources {
    ulimits = Collections.unmodifiableSortedMap(new TreeMap<>(ulimits));
    deviceRequests = List.copyOf(deviceRequests);
  }
}
