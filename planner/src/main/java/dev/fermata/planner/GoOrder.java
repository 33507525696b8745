package dev.fermata.planner;

import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The order in which Docker Compose writes a service: the fields of its structures as they are
 * declared, the keys of its maps sorted. Extensions ({@code x-*}) are not written.
 */
final class GoOrder {
  /** Below it stands what a service has. */
  private static final String HOOK = ".pre_start";

  private static final Map<String, Map<String, Integer>> STRUCTURES = new HashMap<>();

  static {
    String first =
        "annotations attach develop blkio_config cap_add cap_drop cgroup_parent cgroup cpu_count"
            + " cpu_percent cpu_period cpu_quota cpu_rt_period cpu_rt_runtime cpus cpuset"
            + " cpu_shares command configs container_name credential_spec deploy"
            + " device_cgroup_rules devices dns dns_opt dns_search dockerfile domainname"
            + " entrypoint provider environment env_file expose extends external_links"
            + " extra_hosts group_add gpus hostname healthcheck image init ipc isolation labels"
            + " label_file links logging log_driver log_opt mem_limit mem_reservation"
            + " memswap_limit mem_swappiness mac_address models net network_mode networks"
            + " oom_kill_disable oom_score_adj pid pids_limit platform ports privileged"
            + " pull_policy";
    String last =
        " read_only restart runtime secrets security_opt shm_size stdin_open"
            + " stop_grace_period stop_signal storage_opt sysctls tmpfs tty ulimits"
            + " use_api_socket user userns_mode uts volume_driver volumes volumes_from"
            + " working_dir pre_start post_start pre_stop";
    structure("", first + last);
    structure(HOOK, first + " pull_refresh_after" + last);
    structure(".healthcheck", "test timeout interval retries start_period start_interval disable");
    structure(
        ".deploy",
        "mode replicas labels update_config rollback_config resources restart_policy placement"
            + " endpoint_mode");
    String rollout = "parallelism delay failure_action monitor max_failure_ratio order";
    structure(".deploy.update_config", rollout);
    structure(".deploy.rollback_config", rollout);
    structure(".deploy.resources", "limits reservations");
    String resource = "cpus memory pids devices generic_resources";
    structure(".deploy.resources.limits", resource);
    structure(".deploy.resources.reservations", resource);
    String device = "capabilities driver count device_ids options";
    structure(".deploy.resources.reservations.devices", device);
    structure(".gpus", device);
    structure(".deploy.restart_policy", "condition delay max_attempts window");
    structure(".deploy.placement", "constraints preferences max_replicas_per_node");
    structure(".logging", "driver options");
    structure(".ports", "name mode host_ip target published protocol app_protocol");
    structure(".volumes", "type source target read_only consistency bind volume tmpfs image");
    structure(".volumes.bind", "selinux propagation create_host_path recursive");
    structure(".volumes.volume", "labels nocopy subpath");
    structure(".volumes.tmpfs", "size mode");
    structure(
        ".networks.*",
        "aliases driver_opts gw_priority interface_name ipv4_address ipv6_address link_local_ips"
            + " mac_address priority");
    structure(".configs", "source target uid gid mode");
    structure(".secrets", "source target uid gid mode");
    structure(".ulimits.*", "single soft hard");
    structure(
        ".blkio_config",
        "weight weight_device device_read_bps device_read_iops device_write_bps"
            + " device_write_iops");
    structure(".credential_spec", "config file registry");
    structure(".devices", "source target permissions");
    structure(".develop.watch", "path action target exec include ignore initial_sync");
    String hook = "command user privileged working_dir environment";
    structure(".develop.watch.exec", hook);
    structure(".post_start", hook);
    structure(".pre_stop", hook);
    structure(".provider", "type options");
    structure(".env_file", "path required format");
    structure(".models.*", "endpoint_var model_var");
  }

  private GoOrder() {}

  private static void structure(String path, String fields) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String field : fields.split(" ", -1)) {
      ranks.put(field, ranks.size());
    }
    STRUCTURES.put(path, ranks);
  }

  static Mapping of(Mapping service) {
    return mapping("", service);
  }

  private static Node node(String path, Node node) {
    return switch (node) {
      case Mapping mapping -> mapping(path, mapping);
      case Sequence sequence -> {
        List<Node> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(node(path, item)));
        yield sequence.withItems(items);
      }
      case Scalar scalar -> scalar;
      case Faulty faulty -> faulty;
    };
  }

  private static Mapping mapping(String path, Mapping mapping) {
    Map<String, Integer> ranks = STRUCTURES.getOrDefault(path, Map.of());
    Map<String, Mapping.Entry> sorted =
        new TreeMap<>(
            Comparator.comparing((String key) -> ranks.getOrDefault(key, ranks.size()))
                .thenComparing(Comparator.naturalOrder()));
    mapping
        .entries()
        .forEach((key, entry) -> {
          if (ranks.isEmpty() || !key.startsWith("x-")) {
            sorted.put(key, entry.withValue(node(below(path, key), entry.value())));
          }
        });
    return mapping.withEntries(new LinkedHashMap<>(sorted));
  }

  private static String below(String path, String key) {
    String any = path + ".*";
    if (STRUCTURES.containsKey(any)) {
      return any;
    }
    return (path.equals(HOOK) ? "" : path) + "." + key;
  }
}
