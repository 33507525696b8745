package dev.fermata.model.load.bind;

import dev.fermata.model.Checks;
import dev.fermata.model.Definition;
import dev.fermata.model.Health;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Metadata;
import dev.fermata.model.Namespace;
import dev.fermata.model.Process;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.model.canonical.Extensions;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.load.ready.ReadinessBinder;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.LoggingTable;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/** Binds a service, theme by theme. */
final class ServiceBinder {
  private final ProjectContext context;

  ServiceBinder(ProjectContext context) {
    this.context = context;
  }

  Service service(String name, Mapping service) {
    return new Service(
        new ServiceName(name), new Definition<>(service, tree -> themes(name, tree)));
  }

  /** What the user keeps under {@code x-} is only printed, but for what is of us alone. */
  private Service.Themes themes(String name, Mapping written) {
    Mapping service = Extensions.withoutInService(written);
    String image =
        ContainerTable.IMAGE
            .in(service)
            .orElseGet(() -> context.naming().join(context.projectName(), name));
    return new Service.Themes(
        new ImageRef(image),
        WorkloadTable.BUILD.in(service).map(BuildBinder::build),
        process(service),
        NetworkingBinder.networking(service),
        StorageBinder.storage(service),
        ResourcesBinder.resources(service),
        security(service),
        new Checks(
            WorkloadTable.HEALTHCHECK.in(service).map(ServiceBinder::health),
            ServiceTable.READY.in(written).flatMap(ReadinessBinder::readiness)),
        new LifecycleBinder(context)
            .lifecycle(
                service,
                OwnServiceSettings.rerun(written).value(),
                HooksBinder.hooks(service, hook -> service(name, hook))),
        metadata(service),
        ProgramsBinder.programs(service, context),
        WatchBinder.triggers(service));
  }

  private static Process process(Mapping service) {
    return new Process(
        ContainerTable.COMMAND.in(service),
        ContainerTable.ENTRYPOINT.in(service),
        environment(service),
        ContainerTable.USER.in(service),
        ContainerTable.WORKING_DIR.in(service),
        is(WorkloadTable.TTY, service),
        is(WorkloadTable.STDIN_OPEN, service),
        ContainerTable.INIT.in(service),
        ContainerTable.UMASK.in(service));
  }

  private static SequencedMap<String, Optional<Value>> environment(Mapping service) {
    var variables = new LinkedHashMap<String, Optional<Value>>();
    ContainerTable.ENVIRONMENT
        .in(service)
        .ifPresent(
            all -> all.forEach((name, text) -> variables.put(name, text.map(t -> value(name, t)))));
    return variables;
  }

  /** Secret if its key looks as if it were. */
  static Value value(String key, String text) {
    return Credentials.isSecretName(key) ? Value.sensitive(text) : Value.plain(text);
  }

  static int whole(long number) {
    return Math.clamp(number, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  private static boolean is(Attribute<Boolean> flag, Mapping service) {
    return flag.in(service).orElse(false);
  }

  static SortedMap<String, String> texts(
      Attribute<SortedMap<String, String>> attribute, Mapping mapping) {
    return attribute.in(mapping).orElseGet(TreeMap::new);
  }

  private static Security security(Mapping service) {
    return new Security(
        is(ContainerTable.PRIVILEGED, service),
        is(ContainerTable.READ_ONLY, service),
        ContainerTable.CAP_ADD.in(service).orElse(List.of()),
        ContainerTable.CAP_DROP.in(service).orElse(List.of()),
        ContainerTable.SECURITY_OPT.in(service).orElse(List.of()),
        ContainerTable.GROUP_ADD.in(service).orElse(List.of()),
        texts(ContainerTable.SYSCTLS, service),
        ContainerTable.PID.in(service).map(Namespace::parse),
        ContainerTable.IPC.in(service).map(Namespace::parse),
        ContainerTable.UTS.in(service),
        ContainerTable.USERNS_MODE.in(service),
        ContainerTable.CGROUP.in(service));
  }

  private static Health health(Mapping healthcheck) {
    boolean disabled = HealthTable.DISABLE.in(healthcheck).orElse(false);
    return new Health(
        disabled ? Optional.of(Health.NONE) : HealthTable.TEST.in(healthcheck),
        HealthTable.INTERVAL.in(healthcheck),
        HealthTable.TIMEOUT.in(healthcheck),
        HealthTable.RETRIES.in(healthcheck).map(ServiceBinder::whole),
        HealthTable.START_PERIOD.in(healthcheck),
        HealthTable.START_INTERVAL.in(healthcheck));
  }

  private Metadata metadata(Mapping service) {
    return new Metadata(
        ServiceTable.CONTAINER_NAME.in(service),
        texts(ContainerTable.LABELS, service),
        texts(ContainerTable.ANNOTATIONS, service),
        ContainerTable.LOGGING.in(service).map(ServiceBinder::logging),
        ServiceTable.PROFILES.in(service).orElse(List.of()),
        context.naming());
  }

  private static Metadata.Logging logging(Mapping logging) {
    return new Metadata.Logging(
        LoggingTable.DRIVER.in(logging), texts(LoggingTable.OPTIONS, logging));
  }
}
