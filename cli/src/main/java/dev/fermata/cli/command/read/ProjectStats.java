package dev.fermata.cli.command.read;

import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.Sizes;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.ContainerStats.Traffic;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the containers of several projects use, one by one or each project in all. */
final class ProjectStats {
  static final String COLUMNS =
      "{{.Project}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";

  static final String SUMS =
      "{{.Project}}\t{{.Containers}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";

  private ProjectStats() {}

  /** A container by the names of Docker Compose 5.7. */
  static Datum.Fields fields(Measured measured) {
    ContainerStats stats = measured.stats().orElse(ContainerStats.NONE);
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("Project", Datum.of(measured.project()));
    fields.put("Name", Datum.of(measured.container().name()));
    fields.put("CPUPerc", Datum.of(StatsText.percent(stats.cpuPercent())));
    fields.put("MemUsage", Datum.of(StatsText.memory(stats.memory())));
    fields.put("MemPerc", Datum.of(StatsText.percent(stats.memory().percent())));
    putTraffic(fields, stats.network(), stats.blocks(), stats.processes());
    return new Datum.Fields(fields);
  }

  static List<Datum.Fields> sums(List<Measured> all) {
    return all.stream()
        .collect(Collectors.groupingBy(Measured::project, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(project -> sum(project.getKey(), project.getValue()))
        .toList();
  }

  private static Datum.Fields sum(String project, List<Measured> containers) {
    List<ContainerStats> all =
        containers.stream().map(it -> it.stats().orElse(ContainerStats.NONE)).toList();
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("Project", Datum.of(project));
    fields.put("Containers", Datum.of(containers.size()));
    double cpu = all.stream().mapToDouble(ContainerStats::cpuPercent).sum();
    fields.put("CPUPerc", Datum.of(StatsText.percent(cpu)));
    long memory = all.stream().mapToLong(it -> it.memory().used()).sum();
    fields.put("MemUsage", Datum.of(Sizes.binary(memory)));
    var none = new Traffic(0, 0);
    putTraffic(
        fields,
        all.stream().map(ContainerStats::network).reduce(none, Traffic::plus),
        all.stream().map(ContainerStats::blocks).reduce(none, Traffic::plus),
        all.stream().mapToLong(ContainerStats::processes).sum());
    return new Datum.Fields(fields);
  }

  private static void putTraffic(
      SequencedMap<String, Datum> fields, Traffic network, Traffic blocks, long processes) {
    fields.put("NetIO", Datum.of(StatsText.traffic(network)));
    fields.put("BlockIO", Datum.of(StatsText.traffic(blocks)));
    fields.put("PIDs", Datum.of(String.valueOf(processes)));
  }

  static Datum.Fields headers() {
    var headers = new LinkedHashMap<String, Datum>(StatsText.headers().byName());
    headers.put("Project", Datum.of("PROJECT"));
    return new Datum.Fields(headers);
  }

  static Datum.Fields headersOfSums() {
    var headers = new LinkedHashMap<String, Datum>(headers().byName());
    headers.put("Containers", Datum.of("CONTAINERS"));
    headers.put("MemUsage", Datum.of("MEM USAGE"));
    return new Datum.Fields(headers);
  }
}
