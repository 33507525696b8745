package dev.fermata.runner.docker.typed;

import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.BlkioTable;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GpuTable;
import dev.fermata.model.schema.service.ServiceTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a container may do with disks, which GPUs it asks for, and its links: by the raw values of
 * the answer, since docker-java's types lose some of their fields.
 */
final class DescribedDevices {
  private static final String GPU = "gpu";

  static final List<DescribedRow> ROWS =
      List.of(
          DescribedRow.of(ContainerTable.BLKIO_CONFIG, DescribedDevices::blockIo),
          DescribedRow.of(ContainerTable.GPUS, DescribedDevices::gpus),
          DescribedRow.of(ServiceTable.EXTERNAL_LINKS, DescribedDevices::links));

  private DescribedDevices() {}

  private static Optional<Map<String, Object>> blockIo(Described it) {
    var config = new LinkedHashMap<String, Object>();
    it.raw("HostConfig", "BlkioWeight")
        .filter(weight -> !weight.equals(0))
        .ifPresent(weight -> config.put(BlkioTable.BLKIO_WEIGHT.name(), weight));
    var weights = new Limits("BlkioWeightDevice", "Weight", BlkioTable.WEIGHT_WEIGHT);
    weights.put(it, BlkioTable.WEIGHT_DEVICE, config);
    limit("BlkioDeviceReadBps").put(it, BlkioTable.DEVICE_READ_BPS, config);
    limit("BlkioDeviceReadIOps").put(it, BlkioTable.DEVICE_READ_IOPS, config);
    limit("BlkioDeviceWriteBps").put(it, BlkioTable.DEVICE_WRITE_BPS, config);
    limit("BlkioDeviceWriteIOps").put(it, BlkioTable.DEVICE_WRITE_IOPS, config);
    return Described.map(config);
  }

  private static Limits limit(String field) {
    return new Limits(field, "Rate", BlkioTable.LIMIT_RATE);
  }

  /** A list of the engine: for each device a value, under its name there and in a file. */
  private record Limits(String field, String value, Attribute<?> attribute) {
    void put(Described it, Attribute<?> list, Map<String, Object> config) {
      var limits = new ArrayList<Map<String, Object>>();
      for (Map<?, ?> device : mappings(it, field)) {
        var limit = new LinkedHashMap<String, Object>();
        limit.put(BlkioTable.LIMIT_PATH.name(), String.valueOf(device.get("Path")));
        if (device.get(value) instanceof Number number) {
          limit.put(attribute.name(), number);
        }
        limits.add(limit);
      }
      if (!limits.isEmpty()) {
        config.put(list.name(), limits);
      }
    }
  }

  private static List<Map<?, ?>> mappings(Described it, String field) {
    var mappings = new ArrayList<Map<?, ?>>();
    if (it.raw("HostConfig", field).orElse(null) instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> mapping) {
          mappings.add(mapping);
        }
      }
    }
    return mappings;
  }

  /** Other requests for devices are not for GPUs. */
  private static Optional<List<Map<String, Object>>> gpus(Described it) {
    var gpus = new ArrayList<Map<String, Object>>();
    for (Map<?, ?> request : mappings(it, "DeviceRequests")) {
      List<String> capabilities =
          request.get("Capabilities") instanceof List<?> sets && !sets.isEmpty()
              ? texts(sets.getFirst())
              : List.of();
      if (capabilities.contains(GPU)) {
        gpus.add(gpu(request, capabilities));
      }
    }
    return gpus.isEmpty() ? Optional.empty() : Optional.of(gpus);
  }

  private static Map<String, Object> gpu(Map<?, ?> request, List<String> capabilities) {
    var gpu = new LinkedHashMap<String, Object>();
    if (request.get("Driver") instanceof String driver && !driver.isEmpty()) {
      gpu.put(GpuTable.DRIVER.name(), driver);
    }
    List<String> ids = texts(request.get("DeviceIDs"));
    if (ids.isEmpty()) {
      boolean isCounted = request.get("Count") instanceof Integer count && count >= 0;
      gpu.put(GpuTable.COUNT.name(), isCounted ? String.valueOf(request.get("Count")) : "all");
    } else {
      gpu.put(GpuTable.DEVICE_IDS.name(), ids);
    }
    List<String> beside = capabilities.stream().filter(it -> !it.equals(GPU)).toList();
    if (!beside.isEmpty()) {
      gpu.put(GpuTable.CAPABILITIES.name(), beside);
    }
    if (request.get("Options") instanceof Map<?, ?> options && !options.isEmpty()) {
      gpu.put(GpuTable.OPTIONS.name(), options);
    }
    return gpu;
  }

  private static List<String> texts(@Nullable Object found) {
    return found instanceof List<?> items
        ? items.stream().map(String::valueOf).toList()
        : List.of();
  }

  /** The engine has {@code /other:/this/alias}. */
  private static Optional<List<String>> links(Described it) {
    var links = new ArrayList<String>();
    for (String link : it.rawTexts("HostConfig", "Links").orElse(List.of())) {
      String[] parts = link.split(":", 2);
      String alias = link.substring(link.lastIndexOf('/') + 1);
      links.add(parts[0].replaceFirst("^/", "") + ":" + alias);
    }
    return links.isEmpty() ? Optional.empty() : Optional.of(links);
  }
}
