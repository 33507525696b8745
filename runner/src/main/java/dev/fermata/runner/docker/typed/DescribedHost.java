package dev.fermata.runner.docker.typed;

import static dev.fermata.runner.docker.typed.Described.number;
import static dev.fermata.runner.docker.typed.Described.on;
import static dev.fermata.runner.docker.typed.Described.text;
import static dev.fermata.runner.docker.typed.Described.texts;

import com.github.dockerjava.api.model.Device;
import com.github.dockerjava.api.model.Ulimit;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.LoggingTable;
import dev.fermata.model.schema.container.UlimitTable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a container may have of its host, and what it is kept from. */
final class DescribedHost {
  private static final double NANOS = 1e9;

  /** What engines give to whoever asks for nothing. */
  private static final long USUAL_SHARED_MEMORY = 64L << 20;

  private static final String USUAL_LOG = "json-file";
  private static final Set<String> USUAL_RUNTIMES = Set.of("runc", "io.containerd.runc.v2");
  private static final Set<String> USUAL_IPC = Set.of("private", "shareable");

  static final List<DescribedRow> ROWS =
      List.of(
          DescribedRow.of(ContainerTable.PRIVILEGED, it -> on(it.host().getPrivileged())),
          DescribedRow.of(ContainerTable.READ_ONLY, it -> on(it.host().getReadonlyRootfs())),
          DescribedRow.of(ContainerTable.CAP_ADD, it -> it.rawTexts("HostConfig", "CapAdd")),
          DescribedRow.of(ContainerTable.CAP_DROP, it -> it.rawTexts("HostConfig", "CapDrop")),
          DescribedRow.of(ContainerTable.SECURITY_OPT, it -> texts(it.host().getSecurityOpts())),
          DescribedRow.of(ContainerTable.GROUP_ADD, it -> texts(it.host().getGroupAdd())),
          DescribedRow.of(ContainerTable.SYSCTLS, it -> Described.map(it.host().getSysctls())),
          DescribedRow.of(ContainerTable.DEVICES, DescribedHost::devices),
          DescribedRow.of(
              ContainerTable.DEVICE_CGROUP_RULES, it -> texts(it.host().getDeviceCgroupRules())),
          DescribedRow.of(ContainerTable.ULIMITS, DescribedHost::ulimits),
          DescribedRow.of(ContainerTable.MEM_LIMIT, it -> number(it.host().getMemory())),
          DescribedRow.of(
              ContainerTable.MEM_RESERVATION, it -> number(it.host().getMemoryReservation())),
          DescribedRow.of(ContainerTable.MEMSWAP_LIMIT, DescribedHost::swap),
          DescribedRow.of(
              ContainerTable.CPUS,
              it -> number(it.host().getNanoCPUs()).map(nanos -> nanos / NANOS)),
          DescribedRow.of(ContainerTable.CPU_SHARES, it -> number(it.host().getCpuShares())),
          DescribedRow.of(ContainerTable.CPU_QUOTA, it -> number(it.host().getCpuQuota())),
          DescribedRow.of(ContainerTable.CPU_PERIOD, it -> number(it.host().getCpuPeriod())),
          DescribedRow.of(ContainerTable.CPUSET, it -> text(it.host().getCpusetCpus())),
          DescribedRow.of(ContainerTable.PIDS_LIMIT, it -> number(it.host().getPidsLimit())),
          DescribedRow.of(
              ContainerTable.SHM_SIZE,
              it -> number(it.host().getShmSize()).filter(size -> size != USUAL_SHARED_MEMORY)),
          DescribedRow.of(ContainerTable.OOM_KILL_DISABLE, it -> on(it.host().getOomKillDisable())),
          DescribedRow.of(ContainerTable.OOM_SCORE_ADJ, it -> number(it.host().getOomScoreAdj())),
          DescribedRow.of(ContainerTable.PID, it -> text(it.host().getPidMode())),
          DescribedRow.of(
              ContainerTable.IPC,
              it -> text(it.host().getIpcMode()).filter(mode -> !USUAL_IPC.contains(mode))),
          DescribedRow.of(ContainerTable.UTS, it -> text(it.host().getUtSMode())),
          DescribedRow.of(ContainerTable.USERNS_MODE, it -> text(it.host().getUsernsMode())),
          DescribedRow.of(ContainerTable.CGROUP_PARENT, it -> text(it.host().getCgroupParent())),
          DescribedRow.of(
              ContainerTable.RUNTIME,
              it -> text(it.host().getRuntime()).filter(name -> !USUAL_RUNTIMES.contains(name))),
          DescribedRow.of(ContainerTable.LOGGING, DescribedHost::logging));

  private DescribedHost() {}

  private static Optional<List<String>> devices(Described it) {
    Device[] devices = it.host().getDevices();
    return devices == null
        ? Optional.empty()
        : texts(
            Stream.of(devices)
                .map(device ->
                    device.getPathOnHost()
                        + ":"
                        + device.getPathInContainer()
                        + text(device.getcGroupPermissions()).map(may -> ":" + may).orElse(""))
                .toList());
  }

  private static Optional<Map<String, Object>> ulimits(Described it) {
    Ulimit[] given = it.host().getUlimits();
    var limits = new TreeMap<String, Object>();
    if (given != null) {
      for (Ulimit limit : given) {
        var bounds = new LinkedHashMap<String, Object>();
        bounds.put(UlimitTable.SOFT.name(), limit.getSoftLong());
        bounds.put(UlimitTable.HARD.name(), limit.getHardLong());
        limits.put(limit.getName(), bounds);
      }
    }
    return Described.map(limits);
  }

  /** Where only the memory is limited, an engine takes twice as much with swap. */
  private static Optional<Long> swap(Described it) {
    long usual = 2 * number(it.host().getMemory()).orElse(0L);
    return number(it.host().getMemorySwap()).filter(swap -> swap != usual);
  }

  /** docker-java does not know the drivers of plugins. */
  private static Optional<Map<String, Object>> logging(Described it) {
    var logging = new LinkedHashMap<String, Object>();
    Optional<Object> options =
        it.raw("HostConfig", "LogConfig", "Config")
            .filter(found -> found instanceof Map<?, ?> map && !map.isEmpty());
    it.raw("HostConfig", "LogConfig", "Type")
        .filter(driver -> options.isPresent() || !driver.equals(USUAL_LOG))
        .ifPresent(driver -> logging.put(LoggingTable.DRIVER.name(), driver));
    options.ifPresent(found -> logging.put(LoggingTable.OPTIONS.name(), found));
    return Described.map(logging);
  }
}
