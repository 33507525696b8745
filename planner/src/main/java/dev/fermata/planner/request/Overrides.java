package dev.fermata.planner.request;

import dev.fermata.model.Mount;
import dev.fermata.model.PortMapping;
import dev.fermata.model.Process;
import dev.fermata.model.Project;
import dev.fermata.model.Security;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.model.Volume;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ContainerSpec.Description;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

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

  private static final Span PLACE = Span.of("--publish");

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

  /** The project whose service publishes what it is to publish in this run. */
  public Project in(Project project, ServiceName service) {
    return ports.isEmpty()
        ? project
        : Changes.ofService(project, service, tree -> published(tree, ports.get()));
  }

  private static Mapping published(Mapping service, List<PortMapping> ports) {
    if (ports.isEmpty()) {
      return WorkloadTable.PORTS.removedFrom(service);
    }
    List<Mapping> all = ports.stream().map(Overrides::port).toList();
    return WorkloadTable.PORTS.setIn(service, Sequence.of(all, PLACE));
  }

  private static Mapping port(PortMapping port) {
    Mapping all =
        Mapping.empty(PLACE)
            .with("mode", Scalar.string("ingress", PLACE))
            .with("target", Scalar.integer(port.target(), PLACE))
            .with("protocol", Scalar.string(port.protocol(), PLACE));
    Mapping addressed =
        port.hostIp().map(ip -> all.with("host_ip", Scalar.string(ip, PLACE))).orElse(all);
    return port.published()
        .map(host -> addressed.with("published", Scalar.string(host, PLACE)))
        .orElse(addressed);
  }

  /** The container of the service as it is in this run. */
  public ContainerSpec of(ContainerSpec spec, Project project) {
    return new ContainerSpec(
        spec.identity(),
        spec.image(),
        of(spec.process()),
        spec.networking(),
        spec.storage().beside(mounts.stream().map(mount -> named(mount, project)).toList()),
        spec.resources(),
        of(spec.security()),
        spec.health(),
        spec.running(),
        of(spec.description()));
  }

  /** A volume that the project does not know is the engine's, by that name. */
  private static Mount named(Mount mount, Project project) {
    return mount instanceof Mount.OfVolume of && of.volume().isPresent()
        ? of.of(name(of.volume().get(), project))
        : mount;
  }

  private static String name(String volume, Project project) {
    return Optional.ofNullable(project.volumes().get(volume)).map(Volume::name).orElse(volume);
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
        process.init(),
        process.umask());
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

  private Description of(Description description) {
    var all = new TreeMap<>(description.labels());
    labels.forEach((name, value) -> {
      if (!name.startsWith(Labels.PREFIX)) {
        all.put(name, value);
      }
    });
    return new Description(all, description.annotations(), description.logging());
  }
}
