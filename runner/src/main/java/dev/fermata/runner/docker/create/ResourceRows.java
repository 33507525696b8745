package dev.fermata.runner.docker.create;

import dev.fermata.model.ByteSize;
import dev.fermata.model.Resources;
import dev.fermata.model.Security;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;

/** Limits, and what a container may do. */
final class ResourceRows {
  private static final double NANO = 1e9;

  static final List<Row> ROWS =
      List.of(
          Row.of("cpus", "HostConfig.NanoCpus", c -> cpu(c).count().map(ResourceRows::nano)),
          Row.of("cpu_shares", "HostConfig.CpuShares", c -> cpu(c).shares()),
          Row.of("cpu_quota", "HostConfig.CpuQuota", c -> cpu(c).quota()),
          Row.of("cpu_period", "HostConfig.CpuPeriod", c -> cpu(c).period()),
          Row.of("cpu_rt_runtime", "HostConfig.CpuRealtimeRuntime", c -> cpu(c).realtimeRuntime()),
          Row.of("cpu_rt_period", "HostConfig.CpuRealtimePeriod", c -> cpu(c).realtimePeriod()),
          Row.of("cpuset", "HostConfig.CpusetCpus", c -> cpu(c).set()),
          Row.of("cpu_count", "HostConfig.CpuCount", c -> cpu(c).wholeCount()),
          // Docker Compose multiplies by 100, and an engine on Windows refuses all above 1 then.
          Row.of("cpu_percent", "HostConfig.CpuPercent", c -> cpu(c).percent()),
          Row.of("mem_limit", "HostConfig.Memory", c -> memory(c).limit().map(ByteSize::bytes)),
          Row.of(
              "mem_reservation",
              "HostConfig.MemoryReservation",
              c -> memory(c).reservation().map(ByteSize::bytes)),
          Row.of(
              "memswap_limit", "HostConfig.MemorySwap", c -> memory(c).swap().map(ByteSize::bytes)),
          Row.of("mem_swappiness", "HostConfig.MemorySwappiness", c -> memory(c).swappiness()),
          Row.of("pids_limit", "HostConfig.PidsLimit", c -> resources(c).pids()),
          Row.of("ulimits", "HostConfig.Ulimits", ResourceRows::ulimits),
          Row.of("oom_score_adj", "HostConfig.OomScoreAdj", c -> resources(c).oomScoreAdj()),
          Row.of(
              "oom_kill_disable", "HostConfig.OomKillDisable", c -> resources(c).oomKillDisable()),
          Row.of(
                  "deploy.resources.reservations.devices",
                  "HostConfig.DeviceRequests",
                  Devices::requests)
              .since(1, 40),
          Row.of("devices", "HostConfig.Devices", Devices::ofHost),
          Row.of("device_cgroup_rules", "HostConfig.DeviceCgroupRules", Devices::rules),
          Row.of("cgroup_parent", "HostConfig.CgroupParent", c -> resources(c).cgroupParent()),
          Row.of("privileged", "HostConfig.Privileged", c -> security(c).privileged()),
          Row.of("read_only", "HostConfig.ReadonlyRootfs", c -> security(c).readOnly()),
          Row.of(
              "cap_add", "HostConfig.CapAdd", c -> capabilities(security(c).capabilitiesAdded())),
          Row.of(
              "cap_drop",
              "HostConfig.CapDrop",
              c -> capabilities(security(c).capabilitiesDropped())),
          Row.of("security_opt", "HostConfig.SecurityOpt", SecurityOptions::texts),
          Row.of("security_opt", "HostConfig.MaskedPaths", SecurityOptions::unmasked),
          Row.of("security_opt", "HostConfig.ReadonlyPaths", SecurityOptions::unmasked),
          Row.of("group_add", "HostConfig.GroupAdd", c -> security(c).groups()),
          Row.of("sysctls", "HostConfig.Sysctls", c -> JsonObject.of(security(c).sysctls())),
          Row.of("pid", "HostConfig.PidMode", c -> c.text(security(c).pid())),
          Row.of("ipc", "HostConfig.IpcMode", c -> c.text(security(c).ipc())),
          Row.of("uts", "HostConfig.UTSMode", c -> security(c).uts()),
          Row.of("userns_mode", "HostConfig.UsernsMode", c -> security(c).userNamespace()),
          Row.of("cgroup", "HostConfig.CgroupnsMode", c -> security(c).cgroup()).since(1, 41));

  private ResourceRows() {}

  private static Resources resources(Creation creation) {
    return creation.spec().resources();
  }

  private static Resources.Cpu cpu(Creation creation) {
    return resources(creation).cpu();
  }

  private static Resources.Memory memory(Creation creation) {
    return resources(creation).memory();
  }

  private static Security security(Creation creation) {
    return creation.spec().security();
  }

  /** As clients of the engine spell and sort them. */
  private static Collection<String> capabilities(List<String> names) {
    var spelled = new TreeSet<String>();
    for (String name : names) {
      String upper = name.toUpperCase(Locale.ROOT);
      spelled.add(upper.equals("ALL") || upper.startsWith("CAP_") ? upper : "CAP_" + upper);
    }
    return spelled;
  }

  private static long nano(double cpus) {
    return Math.round(cpus * NANO);
  }

  private static List<JsonObject> ulimits(Creation creation) {
    return resources(creation).ulimits().entrySet().stream().map(ResourceRows::ulimit).toList();
  }

  private static JsonObject ulimit(Map.Entry<String, Resources.Ulimit> limit) {
    return new JsonObject()
        .put("Name", limit.getKey())
        .put("Soft", limit.getValue().soft())
        .put("Hard", limit.getValue().hard());
  }
}
