package dev.fermata.runner.engine;

import static java.util.stream.Collectors.toSet;

import dev.fermata.model.ImageRef;
import dev.fermata.model.InitContainer;
import dev.fermata.model.Network;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.planner.conflict.Claims;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.request.PushOptions.Absent;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What to observe: all that is labelled with {@code project}; beside it the named networks, volumes
 * and images that the project's files speak of, wherever they come from, the images with the
 * platforms that they are wanted for. The containers of the services {@code joining} share
 * namespaces: these, others of which a list tells so, and those that they share with, are looked at
 * closely. Where containers of the project do not hold all {@code claims}, those of others are
 * observed as well.
 */
public record ObserveRequest(
    ProjectName project,
    Set<String> networks,
    Set<String> volumes,
    SortedMap<ImageRef, Set<Platform>> images,
    Set<ServiceName> joining,
    Claims claims) {

  public ObserveRequest {
    networks = Set.copyOf(networks);
    volumes = Set.copyOf(volumes);
    images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
    joining = Set.copyOf(joining);
  }

  public ObserveRequest(
      ProjectName project, Set<String> networks, Set<String> volumes, Set<ImageRef> images) {
    this(project, networks, volumes, forAnyPlatform(images), Set.of(), Claims.NONE);
  }

  /** What a command needs that goes by labels alone. */
  public static ObserveRequest of(ProjectName project) {
    return new ObserveRequest(project, Set.of(), Set.of(), Set.of());
  }

  /** The images that a push is about, where it matters whether they are there. */
  public static ObserveRequest toPush(Request.Push push) {
    Set<ImageRef> images =
        push.options().absent() == Absent.REFUSED
            ? Set.of()
            : push.project().services().values().stream()
                .flatMap(service -> Request.Push.images(service).stream())
                .collect(toSet());
    return new ObserveRequest(push.project().name(), Set.of(), Set.of(), images);
  }

  public static ObserveRequest of(Target target) {
    return target
        .project()
        .map(ObserveRequest::of)
        .orElseGet(() -> ObserveRequest.of(target.name()));
  }

  /**
   * What is needed to tell whether containers that are there still share what they are to share.
   * Without a model nobody knows.
   */
  public static ObserveRequest sharing(Target target) {
    return target
        .project()
        .map(project -> of(project).sharing(project, Claims.of(project).joins()))
        .orElseGet(() -> of(target));
  }

  public static ObserveRequest of(Project project) {
    return new ObserveRequest(
        project.name(),
        project.networks().values().stream().map(Network::name).collect(toSet()),
        project.volumes().values().stream().map(Volume::name).collect(toSet()),
        images(project),
        Set.of(),
        Claims.NONE);
  }

  private static SortedMap<ImageRef, Set<Platform>> forAnyPlatform(Set<ImageRef> images) {
    var all = new TreeMap<ImageRef, Set<Platform>>();
    images.forEach(image -> all.put(image, Set.of()));
    return all;
  }

  /** These as well, for whatever platform. */
  public ObserveRequest withImages(Collection<ImageRef> more) {
    var all = new TreeMap<>(images);
    more.forEach(image -> all.putIfAbsent(image, Set.of()));
    return new ObserveRequest(project, networks, volumes, all, joining, claims);
  }

  /** What is needed to tell whether containers are as they are wanted, and can be made so. */
  public static ObserveRequest closely(Project project) {
    return of(project).sharing(project, Claims.of(project));
  }

  private ObserveRequest sharing(Project of, Claims wanted) {
    return new ObserveRequest(
        project,
        networks,
        volumes,
        images,
        of.services().values().stream()
            .filter(service -> !Partners.namespaces(service).isEmpty())
            .map(Service::name)
            .collect(toSet()),
        wanted);
  }

  /** The same with further images, for whatever platform. */
  public ObserveRequest withImages(Set<ImageRef> more) {
    var all = new TreeMap<ImageRef, Set<Platform>>(Comparator.comparing(ImageRef::familiar));
    all.putAll(images);
    more.forEach(image -> all.putIfAbsent(image, Set.of()));
    return new ObserveRequest(project, networks, volumes, all, joining, claims);
  }

  private static SortedMap<ImageRef, Set<Platform>> images(Project project) {
    var images = new TreeMap<ImageRef, Set<Platform>>(Comparator.comparing(ImageRef::familiar));
    project.services().values().stream()
        .flatMap(service ->
            Stream.concat(
                Stream.of(service),
                service.lifecycle().hooks().preStart().stream().map(InitContainer::container)))
        .forEach(service -> add(images, service, project));
    return images;
  }

  private static void add(
      SortedMap<ImageRef, Set<Platform>> images, Service service, Project project) {
    images
        .computeIfAbsent(service.image(), image -> new TreeSet<>())
        .addAll(service.lifecycle().platform().stream().toList());
    service
        .storage()
        .images()
        .forEach(mount -> images.computeIfAbsent(project.image(mount), i -> new TreeSet<>()));
  }
}
