package dev.fermata.model;

import dev.fermata.model.tree.Mapping;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * A checked Compose project: what is wanted. {@code disabled} are the services that profiles or the
 * selection left out: they are not in the definition. Paths are absolute.
 */
public record Project(
    String workingDirectory,
    List<String> composeFiles,
    List<String> environmentFiles,
    Definition<Contents> definition,
    SortedMap<ServiceName, Service> disabled) {

  /** What is read from the definition of a project, sorted by key. */
  public record Contents(
      ProjectName name,
      SortedMap<ServiceName, Service> services,
      SortedMap<String, Network> networks,
      SortedMap<String, Volume> volumes,
      SortedMap<String, Secret> secrets,
      SortedMap<String, Config> configs,
      SortedMap<String, LanguageModel> models) {
    public Contents {
      services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
      networks = Collections.unmodifiableSortedMap(new TreeMap<>(networks));
      volumes = Collections.unmodifiableSortedMap(new TreeMap<>(volumes));
      secrets = Collections.unmodifiableSortedMap(new TreeMap<>(secrets));
      configs = Collections.unmodifiableSortedMap(new TreeMap<>(configs));
      models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
    }
  }

  public Project {
    composeFiles = List.copyOf(composeFiles);
    environmentFiles = List.copyOf(environmentFiles);
    disabled = Collections.unmodifiableSortedMap(new TreeMap<>(disabled));
  }

  public ProjectName name() {
    return contents().name();
  }

  public SortedMap<ServiceName, Service> services() {
    return contents().services();
  }

  public SortedMap<String, Network> networks() {
    return contents().networks();
  }

  public SortedMap<String, Volume> volumes() {
    return contents().volumes();
  }

  public SortedMap<String, Secret> secrets() {
    return contents().secrets();
  }

  public SortedMap<String, Config> configs() {
    return contents().configs();
  }

  public SortedMap<String, LanguageModel> models() {
    return contents().models();
  }

  private Contents contents() {
    return definition.values();
  }

  public Service service(ServiceName wanted) {
    Service service = services().get(wanted);
    if (service == null) {
      throw new IllegalArgumentException("no enabled service " + wanted);
    }
    return service;
  }

  /** A service that is there, whether it is left out or not. */
  public Optional<Service> anyService(ServiceName wanted) {
    return Optional.ofNullable(services().get(wanted))
        .or(() -> Optional.ofNullable(disabled.get(wanted)));
  }

  /** The image behind a mount, whose source may be a service of this project, left out or not. */
  public ImageRef image(Mount.OfImage mount) {
    return anyService(new ServiceName(mount.source()))
        .map(Service::image)
        .orElseGet(() -> new ImageRef(mount.source()));
  }

  /** The same project with another canonical definition, as flags make it. */
  public Project changed(UnaryOperator<Mapping> change) {
    return new Project(
        workingDirectory, composeFiles, environmentFiles, definition.changed(change), disabled);
  }
}
