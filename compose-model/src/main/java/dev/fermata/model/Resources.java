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
    Devices devices,
    Optional<String> cgroupParent,
    Optional<BlockIo> blockIo) {

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
              Optional.empty(),
              Optional.empty(),
              Optional.empty()),
          new Memory(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()),
          Optional.empty(),
          Collections.emptySortedMap(),
          Optional.empty(),
          Optional.empty(),
          new Devices(List.of(), List.of(), List.of()),
          Optional.empty(),
          Optional.empty());

  /**
   * Processor time; {@code count} is a number of processors, such as 0.5. Windows has {@code
   * wholeCount} and {@code percent}.
   */
  public record Cpu(
      Optional<Double> count,
      Optional<Long> shares,
      Optional<Long> quota,
      Optional<Long> period,
      Optional<Long> realtimeRuntime,
      Optional<Long> realtimePeriod,
      Optional<String> set,
      Optional<Long> wholeCount,
      Optional<Long> percent) {}

  /** Memory; {@code swap} is memory and swap together. */
  public record Memory(
      Optional<ByteSize> limit,
      Optional<ByteSize> reservation,
      Optional<ByteSize> swap,
      Optional<Integer> swappiness) {}

  /** A pair of limits of one kind; -1 is no limit. */
  public record Ulimit(long soft, long hard) {}

  /** Shares and limits of block devices, the limits in bytes or operations per second. */
  public record BlockIo(
      Optional<Long> weight,
      List<PerDevice> weights,
      List<PerDevice> readBytes,
      List<PerDevice> writeBytes,
      List<PerDevice> readOperations,
      List<PerDevice> writeOperations) {
    public BlockIo {
      weights = List.copyOf(weights);
      readBytes = List.copyOf(readBytes);
      writeBytes = List.copyOf(writeBytes);
      readOperations = List.copyOf(readOperations);
      writeOperations = List.copyOf(writeOperations);
    }
  }

  /** What holds for the device at a path. */
  public record PerDevice(String path, long value) {}

  /** Devices of the host, kernel rules for more of them, and those asked for by description. */
  public record Devices(List<Device> ofHost, List<String> rules, List<DeviceRequest> requests) {
    public Devices {
      ofHost = List.copyOf(ofHost);
      rules = List.copyOf(rules);
      requests = List.copyOf(requests);
    }
  }

  /** A device of the host; {@code permissions} are some of {@code rwm}. */
  public record Device(String source, String target, String permissions) {}

  /** Devices asked for by what they can do; {@code count} -1 is all of them. */
  public record DeviceRequest(
      Optional<String> driver,
      int count,
      List<String> deviceIds,
      List<String> capabilities,
      SortedMap<String, String> options) {
    /** The driver of devices that are described by files on the engine's host. */
    public static final String CDI = "cdi";

    public DeviceRequest {
      deviceIds = List.copyOf(deviceIds);
      capabilities = List.copyOf(capabilities);
    }
  }

  public Resources {
    ulimits = Collections.unmodifiableSortedMap(new TreeMap<>(ulimits));
  }
}
