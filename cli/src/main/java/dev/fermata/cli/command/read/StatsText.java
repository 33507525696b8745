package dev.fermata.cli.command.read;

import dev.fermata.cli.template.Datum;
import dev.fermata.cli.text.ContainerText.Width;
import dev.fermata.cli.text.Sizes;
import dev.fermata.runner.engine.listing.ContainerStats;
import dev.fermata.runner.engine.listing.ContainerStats.Memory;
import dev.fermata.runner.engine.listing.ContainerStats.Traffic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** What containers use, by the field names of the docker client. */
final class StatsText {
  static final String COLUMNS =
      "{{.ID}}\t{{.Name}}\t{{.CPUPerc}}\t{{.MemUsage}}\t{{.MemPerc}}\t{{.NetIO}}\t{{.BlockIO}}\t{{.PIDs}}";

  private static final String UNKNOWN = "--";
  private static final int SHORT_ID = 12;

  private StatsText() {}

  static Datum.Fields fields(Measured measured, Width width) {
    Optional<ContainerStats> stats = measured.stats();
    String id = measured.container().id();
    var fields = new LinkedHashMap<String, Datum>();
    fields.put("BlockIO", shown(stats, it -> traffic(it.blocks())));
    fields.put("CPUPerc", shown(stats, it -> percent(it.cpuPercent())));
    fields.put("Container", Datum.of(id));
    fields.put("ID", Datum.of(width == Width.FULL ? id : shortened(id)));
    fields.put("MemPerc", shown(stats, it -> percent(it.memory().percent())));
    fields.put("MemUsage", Datum.of(stats.map(it -> memory(it.memory())).orElse("-- / --")));
    fields.put("Name", Datum.of(measured.container().name()));
    fields.put("NetIO", shown(stats, it -> traffic(it.network())));
    fields.put("PIDs", shown(stats, it -> String.valueOf(it.processes())));
    return new Datum.Fields(fields);
  }

  static Datum.Fields headers() {
    var headers = new LinkedHashMap<String, Datum>();
    headers.put("BlockIO", Datum.of("BLOCK I/O"));
    headers.put("CPUPerc", Datum.of("CPU %"));
    headers.put("Container", Datum.of("CONTAINER"));
    headers.put("ID", Datum.of("CONTAINER ID"));
    headers.put("MemPerc", Datum.of("MEM %"));
    headers.put("MemUsage", Datum.of("MEM USAGE / LIMIT"));
    headers.put("Name", Datum.of("NAME"));
    headers.put("NetIO", Datum.of("NET I/O"));
    headers.put("PIDs", Datum.of("PIDS"));
    return new Datum.Fields(headers);
  }

  private static Datum shown(
      Optional<ContainerStats> stats, Function<ContainerStats, String> value) {
    return Datum.of(stats.map(value).orElse(UNKNOWN));
  }

  private static String shortened(String id) {
    return id.substring(0, Math.min(SHORT_ID, id.length()));
  }

  static String percent(double percent) {
    return String.format(Locale.ROOT, "%.2f%%", percent);
  }

  static String memory(Memory memory) {
    return Sizes.binary(memory.used()) + " / " + Sizes.binary(memory.limit());
  }

  static String traffic(Traffic traffic) {
    return Sizes.decimal(traffic.in()) + " / " + Sizes.decimal(traffic.out());
  }
}
