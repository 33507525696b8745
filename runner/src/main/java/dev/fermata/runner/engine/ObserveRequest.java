package dev.fermata.runner.engine;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.Volume;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What to observe: all that is labelled with {@code project}; beside it the named networks, volumes
 * and images that the project's files speak of, wherever they come from.
 */
public record ObserveRequest(
    ProjectName project, Set<String> networks, Set<String> volumes, Set<ImageRef> images) {

  public ObserveRequest {
    networks = Set.copyOf(networks);
    volumes = Set.copyOf(volumes);
    images = Set.copyOf(images);
  }

  /** What a command needs that goes by labels alone. */
  public static ObserveRequest of(ProjectName project) {
    return new ObserveRequest(project, Set.of(), Set.of(), Set.of());
  }

  public static ObserveRequest of(Project project) {
    return new ObserveRequest(
        project.name(),
        project.networks().values().stream().map(Network::name).collect(toSet()),
        project.volumes().values().stream().map(Volume::name).collect(toSet()),
        project.services().values().stream()
            .flatMap(service -> images(project, service))
            .collect(toSet()));
  }

  private static Stream<ImageRef> images(Project project, Service service) {
    Stream<ImageRef> mounted = service.storage().images().stream().map(project::image);
    return Stream.concat(Stream.of(service.image()), mounted);
  }
}
