package dev.fermata.planner.input;

import dev.fermata.model.Mount;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.OneOff;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Recreate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that an {@code up} is planned from: what is wanted, what is there, what is asked. {@code
 * services} are the selected ones, dependencies first.
 */
public record UpInput(
    Project project,
    Inventory inventory,
    UpOptions options,
    ServiceGraph graph,
    List<Service> services,
    Fingerprints fingerprints,
    Optional<OneOff> oneOff) {

  public static UpInput of(Project project, Inventory inventory, UpOptions options) {
    return of(project, inventory, options, Optional.empty());
  }

  /** With a service that is run once, beside what it depends on. */
  public static UpInput of(Request.Run run, Inventory inventory) {
    return of(run.project(), inventory, run.options(), Optional.of(run.oneOff()));
  }

  private static UpInput of(
      Project project, Inventory inventory, UpOptions options, Optional<OneOff> oneOff) {
    ServiceGraph graph = ServiceGraph.of(project);
    Set<ServiceName> selected = selected(project, graph, options.selection());
    List<Service> services =
        graph.order().stream().filter(selected::contains).map(project::service).toList();
    return new UpInput(
        project, inventory, options, graph, services, new Fingerprints(project), oneOff);
  }

  /** Whether a service is not brought up, but run once. */
  public boolean isRunOnce(Service service) {
    return oneOff.filter(once -> once.service().equals(service.name())).isPresent();
  }

  /** The same with services that go along with those that are selected. */
  public UpInput with(Set<ServiceName> along) {
    Set<ServiceName> all = new TreeSet<>(along);
    services.forEach(service -> all.add(service.name()));
    List<Service> ordered =
        graph.order().stream().filter(all::contains).map(project::service).toList();
    return new UpInput(project, inventory, options, graph, ordered, fingerprints, oneOff);
  }

  /** The same of some of the selected services alone. */
  public UpInput only(Set<ServiceName> some) {
    List<Service> fewer =
        services.stream().filter(service -> some.contains(service.name())).toList();
    return new UpInput(project, inventory, options, graph, fewer, fingerprints, oneOff);
  }

  public boolean isSelected(ObservedContainer container) {
    return services.stream().anyMatch(service -> service.name().equals(container.service()));
  }

  /**
   * The networks that the selected services use, and those that no service does, by name: what
   * nobody uses is part of a project only where that is asked for.
   */
  public List<Network> networks() {
    Set<String> others = keys(project.services().values(), UpInput::networkKeys);
    others.removeAll(keys(services, UpInput::networkKeys));
    return project.networks().values().stream()
        .filter(network -> !others.contains(network.key()))
        .sorted(Comparator.comparing(Network::name))
        .toList();
  }

  /** The volumes that the selected services mount, and those that no service does, by name. */
  public List<Volume> volumes() {
    Set<String> others = keys(project.services().values(), this::volumeKeys);
    others.removeAll(keys(services, this::volumeKeys));
    return project.volumes().values().stream()
        .filter(volume -> !others.contains(volume.key()))
        .sorted(Comparator.comparing(Volume::name))
        .toList();
  }

  private static Set<String> keys(
      Collection<Service> services, Function<Service, Stream<String>> uses) {
    return services.stream().flatMap(uses).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> networkKeys(Service service) {
    return service.networking().attachments().stream().map(attachment -> attachment.network());
  }

  /** The project's volumes that a service mounts, in this run of it too. */
  public Stream<String> volumeKeys(Service service) {
    Stream<Mount> ofRun =
        oneOff.filter(once -> isRunOnce(service)).stream()
            .flatMap(once -> once.overrides().mounts().stream());
    return Stream.concat(service.storage().mounts().stream(), ofRun)
        .flatMap(mount -> mount instanceof Mount.OfVolume of ? of.volume().stream() : Stream.of())
        .filter(volume -> project.volumes().containsKey(volume));
  }

  /** The engine's name of a network of the project. */
  public String networkName(String key) {
    Network network = project.networks().get(key);
    return network == null ? key : network.name();
  }

  /** The engine's name of a volume of the project. */
  public String volumeName(String key) {
    Volume volume = project.volumes().get(key);
    return volume == null ? key : volume.name();
  }

  public boolean isOurs(Map<String, String> labels) {
    return project.name().text().equals(labels.get(Labels.PROJECT));
  }

  public Recreate policy(ServiceName service) {
    return isNamed(service) ? options.recreation().named() : options.recreation().dependencies();
  }

  /** The flag that asks for the recreation of what has not changed. */
  public String forcedBy(ServiceName service) {
    return isNamed(service) ? "--force-recreate" : "--always-recreate-deps";
  }

  /** Whether its anonymous volumes are to be new ones, for which it has to be made anew. */
  public boolean renewsVolumes(ServiceName service) {
    return isNamed(service)
        && options.recreation().anonymousVolumes() == UpOptions.AnonymousVolumes.RENEW;
  }

  private boolean isNamed(ServiceName service) {
    Set<ServiceName> named = options.selection().services();
    return named.isEmpty() || named.contains(service);
  }

  /** The services that an {@code up} is about; a project may have others beside. */
  public static Set<ServiceName> selected(Project project, UpOptions.Selection selection) {
    return selected(project, ServiceGraph.of(project), selection);
  }

  private static Set<ServiceName> selected(
      Project project, ServiceGraph graph, UpOptions.Selection selection) {
    Set<ServiceName> named = selection.services();
    named.forEach(project::service);
    if (named.isEmpty()) {
      return new TreeSet<>(project.services().keySet());
    }
    return selection.dependencies() == Dependencies.WITH
        ? graph.withDependencies(named)
        : new TreeSet<>(named);
  }
}
