package dev.fermata.planner.request;

import dev.fermata.model.Lifecycle;
import dev.fermata.model.Metadata;
import dev.fermata.model.Mount;
import dev.fermata.model.Networking;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Process;
import dev.fermata.model.Project;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import dev.fermata.model.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What one run of a service has otherwise than the file says. Without {@code ports} it publishes
 * those of the service; an entrypoint of its own leaves nothing of the service's command.
 */
public record Overrides(
    Optional<List<String>> command,
    Optional<List<String>> entrypoint,
    SequencedMap<String, String> environment,
    Optional<String> user,
    Optional<String> workingDirectory,
    Streams streams,
    Capabilities capabilities,
    List<Mount> mounts,
    Optional<List<PortMapping>> ports,
    SortedMap<String, String> labels) {

  /** Which streams the process has. */
  public record Streams(boolean terminal, boolean input) {}

  /** What it may do beside, and what it may not. */
  public record Capabilities(List<String> added, List<String> dropped) {
    public Capabilities {
      added = List.copyOf(added);
      dropped = List.copyOf(dropped);
    }
  }

  public Overrides {
    command = command.map(List::copyOf);
    entrypoint = entrypoint.map(List::copyOf);
    environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
    mounts = List.copyOf(mounts);
    ports = ports.map(List::copyOf);
    labels = Collections.unmodifiableSortedMap(new TreeMap<>(labels));
  }

  /** The project whose service is as it is wanted for this run. */
  public Project in(Project project, ServiceName service) {
    var services = new TreeMap<>(project.services());
    services.put(service, of(project.service(service)));
    return project.withServices(services, project.disabled());
  }

  /** One container that is never started again. */
  private Service of(Service service) {
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        of(service.process()),
        of(service.networking()),
        of(service.storage()),
        service.resources(),
        of(service.security()),
        service.health(),
        of(service.lifecycle()),
        of(service.metadata()),
        service.definition());
  }

  private Process of(Process process) {
    var variables = new LinkedHashMap<>(process.environment());
    environment.forEach((name, value) -> variables.put(name, Optional.of(Value.plain(value))));
    Optional<List<String>> usual =
        entrypoint.isPresent() ? Optional.of(List.of()) : process.command();
    return new Process(
        command.or(() -> usual),
        entrypoint.or(process::entrypoint),
        variables,
        user.or(process::user),
        workingDirectory.or(process::workingDirectory),
        streams.terminal(),
        streams.input(),
        process.init());
  }

  private Networking of(Networking networking) {
    return new Networking(
        networking.mode(),
        networking.attachments(),
        ports.orElse(networking.ports()),
        networking.expose(),
        networking.hostname(),
        networking.domainName(),
        networking.extraHosts(),
        networking.dns(),
        networking.links(),
        networking.externalLinks(),
        networking.macAddress());
  }

  private Storage of(Storage storage) {
    Set<String> targets = mounts.stream().map(Mount::target).collect(Collectors.toSet());
    var all = new ArrayList<>(storage.mounts());
    all.removeIf(mount -> targets.contains(mount.target()));
    all.addAll(mounts);
    return new Storage(
        all,
        storage.tmpfs(),
        storage.secrets(),
        storage.configs(),
        storage.volumesFrom(),
        storage.sharedMemory(),
        storage.options());
  }

  private Security of(Security security) {
    return new Security(
        security.privileged(),
        security.readOnly(),
        changed(security.capabilitiesAdded(), capabilities.added(), capabilities.dropped()),
        changed(security.capabilitiesDropped(), capabilities.dropped(), capabilities.added()),
        security.options(),
        security.groups(),
        security.sysctls(),
        security.pid(),
        security.ipc(),
        security.uts(),
        security.userNamespace(),
        security.cgroup());
  }

  private static List<String> changed(
      List<String> own, Collection<String> more, Collection<String> less) {
    var changed = new ArrayList<>(own);
    changed.removeAll(less);
    changed.addAll(more);
    return changed;
  }

  private static Lifecycle of(Lifecycle lifecycle) {
    return lifecycle.withReplicas(1).withoutRestart();
  }

  private Metadata of(Metadata metadata) {
    var all = new TreeMap<>(metadata.labels());
    all.putAll(labels);
    return new Metadata(
        metadata.containerName(),
        all,
        metadata.annotations(),
        metadata.logging(),
        metadata.profiles(),
        metadata.naming());
  }
}
