package dev.fermata.model.schema.container;

import static dev.fermata.model.schema.attribute.Attribute.Trait.NAMESPACE;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_DIGEST;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NOT_IN_HASH;
import static dev.fermata.model.schema.attribute.Attribute.Trait.NULL_IF_ABSENT;
import static dev.fermata.model.schema.attribute.Attribute.Trait.ZERO_COUNTS;
import static dev.fermata.model.schema.attribute.Rows.ignored;
import static dev.fermata.model.schema.attribute.Rows.mapped;
import static dev.fermata.model.schema.attribute.Rows.ours;
import static dev.fermata.model.schema.shape.Scalars.BYTES;
import static dev.fermata.model.schema.shape.Scalars.DECIMAL;
import static dev.fermata.model.schema.shape.Scalars.DURATION;
import static dev.fermata.model.schema.shape.Scalars.FLAG;
import static dev.fermata.model.schema.shape.Scalars.NUMBER;
import static dev.fermata.model.schema.shape.Scalars.STRICT_FLAG;
import static dev.fermata.model.schema.shape.Scalars.TEXT;
import static dev.fermata.model.schema.shape.Scalars.TEXT_INTEGER_OR_NULL;
import static dev.fermata.model.schema.shape.Scalars.integer;
import static dev.fermata.model.schema.shape.Scalars.matching;
import static dev.fermata.model.schema.shape.Scalars.word;
import static dev.fermata.model.schema.shape.Shapes.command;
import static dev.fermata.model.schema.shape.Shapes.labels;
import static dev.fermata.model.schema.shape.Shapes.listOf;
import static dev.fermata.model.schema.shape.Shapes.mapOf;
import static dev.fermata.model.schema.shape.Shapes.namesOr;
import static dev.fermata.model.schema.shape.Shapes.oneOrMore;
import static dev.fermata.model.schema.shape.Shapes.texts;
import static dev.fermata.model.schema.shape.Shapes.variables;
import static dev.fermata.model.schema.shape.Shapes.withoutEmpty;

import dev.fermata.model.ByteSize;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.shape.HostsShape;
import dev.fermata.model.schema.shape.ItemKeys;
import dev.fermata.model.schema.shape.LoggingShape;
import dev.fermata.model.schema.shape.Scalars;
import dev.fermata.model.schema.shape.Shapes;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/** What may be said of a container, be it a service's or a hook's. */
public final class ContainerTable {
  public static final Table TABLE = Table.of("a service");

  private static final Pattern PULL_POLICIES =
      Pattern.compile(
          "^(always|never|build|if_not_present|missing|refresh|daily|weekly"
              + "|every_([0-9]{1,18}[wdhms]){1,10})$");

  public static final Attribute<SortedMap<String, String>> ANNOTATIONS =
      TABLE.add(mapped("annotations", labels()));
  public static final Attribute<Mapping> BLKIO_CONFIG =
      TABLE.add(mapped("blkio_config", BlkioTable.TABLE.shape()));
  public static final Attribute<List<String>> CAP_ADD =
      TABLE.add(mapped("cap_add", texts().unique()));
  public static final Attribute<List<String>> CAP_DROP =
      TABLE.add(mapped("cap_drop", texts().unique()));
  public static final Attribute<String> CGROUP_PARENT = TABLE.add(mapped("cgroup_parent", TEXT));
  public static final Attribute<String> CGROUP =
      TABLE.add(mapped("cgroup", word("host", "private")).with(NAMESPACE));
  public static final Attribute<Long> CPU_COUNT =
      TABLE.add(mapped("cpu_count", integer(0, Long.MAX_VALUE)));
  public static final Attribute<Long> CPU_PERCENT =
      TABLE.add(mapped("cpu_percent", Scalars.PERCENT));
  public static final Attribute<Long> CPU_PERIOD = TABLE.add(mapped("cpu_period", NUMBER));
  public static final Attribute<Long> CPU_QUOTA = TABLE.add(mapped("cpu_quota", NUMBER));
  public static final Attribute<Long> CPU_RT_PERIOD = TABLE.add(mapped("cpu_rt_period", NUMBER));
  public static final Attribute<Long> CPU_RT_RUNTIME = TABLE.add(mapped("cpu_rt_runtime", NUMBER));
  public static final Attribute<Float> CPUS = TABLE.add(mapped("cpus", DECIMAL));
  public static final Attribute<String> CPUSET = TABLE.add(mapped("cpuset", TEXT));
  public static final Attribute<Long> CPU_SHARES = TABLE.add(mapped("cpu_shares", NUMBER));
  public static final Attribute<List<String>> COMMAND =
      TABLE.add(mapped("command", command()).with(NULL_IF_ABSENT, ZERO_COUNTS));
  public static final Attribute<List<Mapping>> CONFIGS =
      TABLE.add(mapped("configs", listOf(GrantTable.grant()).uniqueBy(ItemKeys.grant(""))));
  public static final Attribute<Mapping> CREDENTIAL_SPEC =
      TABLE.add(ignored("credential_spec", CredentialSpecTable.TABLE.shape()));
  public static final Attribute<List<String>> DEVICE_CGROUP_RULES =
      TABLE.add(mapped("device_cgroup_rules", texts().distinct()));
  public static final Attribute<List<Mapping>> DEVICES =
      TABLE.add(mapped("devices", listOf(DeviceTable.device()).uniqueBy(ItemKeys.TARGET)));
  public static final Attribute<List<String>> DNS =
      TABLE.add(mapped("dns", oneOrMore(withoutEmpty(texts().unique()))));
  public static final Attribute<List<String>> DNS_OPT =
      TABLE.add(mapped("dns_opt", texts().unique()));
  public static final Attribute<List<String>> DNS_SEARCH =
      TABLE.add(mapped("dns_search", oneOrMore(texts().unique())));
  public static final Attribute<String> DOMAINNAME = TABLE.add(mapped("domainname", TEXT));
  public static final Attribute<List<String>> ENTRYPOINT =
      TABLE.add(mapped("entrypoint", command()).with(NULL_IF_ABSENT, ZERO_COUNTS));
  public static final Attribute<SortedMap<String, Optional<String>>> ENVIRONMENT =
      TABLE.add(mapped("environment", variables()));
  public static final Attribute<List<Mapping>> ENV_FILE =
      TABLE.add(ours("env_file", EnvFileTable.files()));
  public static final Attribute<List<String>> EXTRA_HOSTS =
      TABLE.add(mapped("extra_hosts", HostsShape.HOSTS));
  public static final Attribute<List<String>> GROUP_ADD =
      TABLE.add(mapped("group_add", listOf(Scalars.TEXT_OR_INTEGER).distinct()));
  public static final Attribute<List<Mapping>> GPUS = TABLE.add(mapped("gpus", GpuTable.gpus()));
  public static final Attribute<String> HOSTNAME = TABLE.add(mapped("hostname", TEXT));
  public static final Attribute<String> IMAGE = TABLE.add(mapped("image", TEXT));
  public static final Attribute<Boolean> INIT = TABLE.add(mapped("init", FLAG).with(ZERO_COUNTS));
  public static final Attribute<String> IPC = TABLE.add(mapped("ipc", TEXT).with(NAMESPACE));
  public static final Attribute<String> ISOLATION = TABLE.add(mapped("isolation", TEXT));
  public static final Attribute<SortedMap<String, String>> LABELS =
      TABLE.add(mapped("labels", labels()));
  public static final Attribute<List<String>> LABEL_FILE =
      TABLE.add(ours("label_file", oneOrMore(texts())).path(PathRule.FILE));
  public static final Attribute<Mapping> LOGGING =
      TABLE.add(mapped("logging", new LoggingShape(LoggingTable.TABLE.shape())));
  public static final Attribute<ByteSize> MEM_LIMIT = TABLE.add(mapped("mem_limit", BYTES));
  public static final Attribute<ByteSize> MEM_RESERVATION =
      TABLE.add(mapped("mem_reservation", Scalars.WHOLE_BYTES));
  public static final Attribute<ByteSize> MEMSWAP_LIMIT = TABLE.add(mapped("memswap_limit", BYTES));
  public static final Attribute<ByteSize> MEM_SWAPPINESS =
      TABLE.add(mapped("mem_swappiness", Scalars.WHOLE_BYTES));
  public static final Attribute<String> MAC_ADDRESS = TABLE.add(mapped("mac_address", TEXT));
  public static final Attribute<SortedMap<String, Mapping>> MODELS =
      TABLE.add(
          ours(
              "models",
              namesOr(
                  Shapes.named(ServiceModelTable.TABLE.shape().orNull()),
                  item -> Scalar.nothing(item.span()))));
  public static final Attribute<String> NETWORK_MODE =
      TABLE.add(mapped("network_mode", TEXT).with(NAMESPACE));
  public static final Attribute<SortedMap<String, Mapping>> NETWORKS =
      TABLE.add(
          mapped(
              "networks",
              namesOr(
                  Shapes.named(AttachmentTable.TABLE.shape().orNull()),
                  item -> Scalar.nothing(item.span()))));
  public static final Attribute<Boolean> OOM_KILL_DISABLE =
      TABLE.add(mapped("oom_kill_disable", FLAG));
  public static final Attribute<Long> OOM_SCORE_ADJ =
      TABLE.add(mapped("oom_score_adj", integer(-1000, 1000)));
  public static final Attribute<String> PID = TABLE.add(mapped("pid", TEXT).with(NAMESPACE));
  public static final Attribute<Long> PIDS_LIMIT = TABLE.add(mapped("pids_limit", NUMBER));
  public static final Attribute<String> PLATFORM = TABLE.add(mapped("platform", TEXT));
  public static final Attribute<Boolean> PRIVILEGED = TABLE.add(mapped("privileged", FLAG));
  public static final Attribute<String> PULL_POLICY =
      TABLE.add(
          ours(
                  "pull_policy",
                  matching(
                      PULL_POLICIES,
                      "a pull policy: `always`, `missing`, `never`, `build`, `daily`, `weekly` or"
                          + " `every_<duration>`"))
              .with(NOT_IN_DIGEST, NOT_IN_HASH));
  public static final Attribute<String> PULL_REFRESH_AFTER =
      TABLE.add(ignored("pull_refresh_after", TEXT).hashedAfter("pre_stop"));
  public static final Attribute<Boolean> READ_ONLY = TABLE.add(mapped("read_only", FLAG));
  public static final Attribute<String> RUNTIME = TABLE.add(mapped("runtime", TEXT));
  public static final Attribute<List<Mapping>> SECRETS =
      TABLE.add(
          mapped("secrets", listOf(GrantTable.secret()).uniqueBy(ItemKeys.grant("/run/secrets"))));
  public static final Attribute<List<String>> SECURITY_OPT =
      TABLE.add(mapped("security_opt", texts().distinct()).path(PathRule.SECURITY));
  public static final Attribute<ByteSize> SHM_SIZE = TABLE.add(mapped("shm_size", BYTES));
  public static final Attribute<Duration> STOP_GRACE_PERIOD =
      TABLE.add(mapped("stop_grace_period", DURATION).with(ZERO_COUNTS));
  public static final Attribute<String> STOP_SIGNAL = TABLE.add(mapped("stop_signal", TEXT));
  public static final Attribute<SortedMap<String, String>> STORAGE_OPT =
      TABLE.add(mapped("storage_opt", mapOf(TEXT_INTEGER_OR_NULL)));
  public static final Attribute<SortedMap<String, String>> SYSCTLS =
      TABLE.add(mapped("sysctls", labels()));
  public static final Attribute<List<String>> TMPFS =
      TABLE.add(mapped("tmpfs", oneOrMore(texts().unique())));
  public static final Attribute<SortedMap<String, Node>> ULIMITS =
      TABLE.add(mapped("ulimits", UlimitTable.ulimits()));
  public static final Attribute<Long> UMASK =
      TABLE.add(mapped("umask", Scalars.UMASK).with(ZERO_COUNTS).hashedAfter("pull_refresh_after"));
  public static final Attribute<Boolean> USE_API_SOCKET =
      TABLE.add(ours("use_api_socket", STRICT_FLAG));
  public static final Attribute<String> USER = TABLE.add(mapped("user", TEXT));
  public static final Attribute<String> USERNS_MODE = TABLE.add(mapped("userns_mode", TEXT));
  public static final Attribute<String> UTS = TABLE.add(mapped("uts", TEXT).with(NAMESPACE));
  public static final Attribute<List<Mapping>> VOLUMES =
      TABLE.add(mapped("volumes", listOf(MountTable.mount()).uniqueBy(ItemKeys.TARGET)));
  public static final Attribute<List<String>> VOLUMES_FROM =
      TABLE.add(mapped("volumes_from", texts().distinct()));
  public static final Attribute<String> WORKING_DIR = TABLE.add(mapped("working_dir", TEXT));

  private ContainerTable() {}

  /** The attributes that name a namespace which a container uses. */
  public static List<Attribute<?>> namespaces() {
    return TABLE.attributes().stream()
        .filter(row -> row.is(NAMESPACE))
        .<Attribute<?>>map(row -> row)
        .toList();
  }

  public static boolean has(String attribute) {
    return TABLE.attribute(attribute).isPresent();
  }
}
