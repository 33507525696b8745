package dev.fermata.runner.docker.read;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.ContainerStats.Memory;
import dev.fermata.runner.engine.listing.ContainerStats.Traffic;
import java.util.Locale;

/** What a container uses, counted as the docker client counts it on Linux. */
public final class StatsReading {
  private StatsReading() {}

  public static ContainerStats of(Json sample) {
    Json memory = sample.at("memory_stats");
    return new ContainerStats(
        cpuPercent(sample.at("precpu_stats"), sample.at("cpu_stats")),
        new Memory(used(memory), memory.at("limit").number()),
        network(sample.at("networks")),
        blocks(sample.at("blkio_stats", "io_service_bytes_recursive")),
        sample.at("pids_stats", "current").number());
  }

  /** The share of the whole machine's time between two samples, times its processors. */
  private static double cpuPercent(Json before, Json now) {
    double used =
        difference(now.at("cpu_usage", "total_usage"), before.at("cpu_usage", "total_usage"));
    double passed = difference(now.at("system_cpu_usage"), before.at("system_cpu_usage"));
    if (used <= 0 || passed <= 0) {
      return 0;
    }
    long online = now.at("online_cpus").number();
    long processors = online > 0 ? online : now.at("cpu_usage", "percpu_usage").items().size();
    return used / passed * processors * 100;
  }

  private static double difference(Json now, Json before) {
    return (double) now.number() - before.number();
  }

  /** Without the part of the file cache that nobody uses; its name depends on the cgroups. */
  private static long used(Json memory) {
    long usage = memory.at("usage").number();
    Json first = memory.at("stats", "total_inactive_file");
    long inactive =
        first.isAbsent() ? memory.at("stats", "inactive_file").number() : first.number();
    return inactive < usage ? usage - inactive : usage;
  }

  private static Traffic network(Json networks) {
    return networks.members().values().stream()
        .map(each -> new Traffic(each.at("rx_bytes").number(), each.at("tx_bytes").number()))
        .reduce(new Traffic(0, 0), Traffic::plus);
  }

  private static Traffic blocks(Json operations) {
    return operations.items().stream()
        .map(StatsReading::block)
        .reduce(new Traffic(0, 0), Traffic::plus);
  }

  private static Traffic block(Json operation) {
    long bytes = operation.at("value").number();
    String kind = operation.text("op").toLowerCase(Locale.ROOT);
    return new Traffic(kind.startsWith("r") ? bytes : 0, kind.startsWith("w") ? bytes : 0);
  }
}
