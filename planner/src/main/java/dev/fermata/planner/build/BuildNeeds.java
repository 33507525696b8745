package dev.fermata.planner.build;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Span;
import dev.fermata.planner.conflict.SourceSpans;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which builds of a project need the image of another of its services: one that is given as a
 * context, or one that the Dockerfile names. Services that are left out may be needed as well.
 */
public final class BuildNeeds {
  private final Project project;
  private final BuildInputs inputs;
  private final Map<String, ServiceName> makers = new HashMap<>();
  private final Map<ServiceName, SortedMap<ServiceName, Edge>> known = new HashMap<>();

  /** How a build needs another. */
  public enum Edge {
    /** As a context, {@code service:NAME}: it is built along. */
    CONTEXT,
    /** By the name of its image, in the Dockerfile: it is built where it is not there. */
    IMAGE
  }

  public BuildNeeds(Project project, BuildInputs inputs) {
    this.project = project;
    this.inputs = inputs;
    for (Service service : all()) {
      names(service).forEach(name -> makers.putIfAbsent(name, service.name()));
    }
  }

  /** Those in use come before those that are left out. */
  private List<Service> all() {
    return Stream.concat(project.services().values().stream(), project.disabled().values().stream())
        .filter(Service::isBuilt)
        .toList();
  }

  private static List<String> names(Service service) {
    var names = new ArrayList<>(List.of(service.image().qualified()));
    service.build().stream()
        .flatMap(build -> build.image().tags().stream())
        .map(tag -> new ImageRef(tag).qualified())
        .forEach(names::add);
    return names;
  }

  /** The service that builds an image. */
  public Optional<Service> maker(ImageRef image) {
    return Optional.ofNullable(makers.get(image.qualified())).flatMap(project::anyService);
  }

  /** What the build of a service needs, in the order of the names. */
  public SortedMap<ServiceName, Edge> of(Service service) {
    return known.computeIfAbsent(service.name(), name -> needs(service));
  }

  private SortedMap<ServiceName, Edge> needs(Service service) {
    SortedMap<ServiceName, Edge> needs = new TreeMap<>();
    Optional<Build.Source> source = service.build().map(Build::source);
    if (source.isEmpty()) {
      return needs;
    }
    List<String> own = names(service);
    images(service, source.get())
        .map(ImageRef::qualified)
        .filter(image -> !own.contains(image))
        .flatMap(image -> Optional.ofNullable(makers.get(image)).stream())
        .forEach(maker -> needs.put(maker, Edge.IMAGE));
    source.get().contexts().values().stream()
        .flatMap(context -> named(context).stream())
        .forEach(name -> needs.put(name, Edge.CONTEXT));
    return needs;
  }

  /** Of images that are given as contexts, too. */
  private Stream<ImageRef> images(Service service, Build.Source source) {
    Stream<String> given =
        source.contexts().values().stream()
            .filter(BuildContext.OfImage.class::isInstance)
            .map(context -> ((BuildContext.OfImage) context).image().text());
    return Stream.concat(given, dockerfileImages(service, source)).map(ImageRef::new);
  }

  /** The images that a build is made from and that no service of the project builds. */
  SortedSet<ImageRef> fromElsewhere(Service service) {
    return service.build().map(Build::source).stream()
        .flatMap(source -> images(service, source))
        .filter(image -> image.isWellFormed() && !makers.containsKey(image.qualified()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Stream<String> dockerfileImages(Service service, Build.Source source) {
    return source
        .dockerfileInline()
        .or(() -> Optional.ofNullable(inputs.dockerfiles().get(service.name())))
        .map(text -> Stages.of(Instructions.of(text), args(service)))
        .map(stages -> stages.images(source.target(), source.contexts().keySet()))
        .stream()
        .flatMap(Collection::stream);
  }

  private static Map<String, String> args(Service service) {
    return service.build().stream()
        .flatMap(build -> build.args().entrySet().stream())
        .collect(Collectors.toMap(Map.Entry::getKey, arg -> arg.getValue().reveal()));
  }

  private Optional<ServiceName> named(BuildContext context) {
    return context instanceof BuildContext.OfService(ServiceName name)
            && project.anyService(name).filter(Service::isBuilt).isPresent()
        ? Optional.of(name)
        : Optional.empty();
  }

  /** The services whose images others are made from by name: these may be there already. */
  public List<Service> bases() {
    return all().stream()
        .flatMap(service -> of(service).entrySet().stream())
        .filter(need -> need.getValue() == Edge.IMAGE)
        .map(Map.Entry::getKey)
        .distinct()
        .flatMap(name -> project.anyService(name).stream())
        .toList();
  }

  /** That builds wait for each other, where they do. */
  public List<Problem> problems(Collection<Service> built) {
    Set<ServiceName> sound = new HashSet<>();
    for (Service service : built) {
      List<ServiceName> circle = circle(service.name(), new LinkedHashSet<>(), sound);
      if (!circle.isEmpty()) {
        return List.of(problem(circle));
      }
    }
    return List.of();
  }

  private List<ServiceName> circle(
      ServiceName name, SequencedSet<ServiceName> above, Set<ServiceName> sound) {
    if (sound.contains(name)) {
      return List.of();
    }
    if (!above.add(name)) {
      List<ServiceName> chain = new ArrayList<>(above);
      List<ServiceName> circle = new ArrayList<>(chain.subList(chain.indexOf(name), chain.size()));
      circle.add(name);
      return circle;
    }
    for (ServiceName other : needs(name)) {
      List<ServiceName> circle = circle(other, above, sound);
      if (!circle.isEmpty()) {
        return circle;
      }
    }
    above.remove(name);
    sound.add(name);
    return List.of();
  }

  private Collection<ServiceName> needs(ServiceName name) {
    return project
        .anyService(name)
        .<Collection<ServiceName>>map(service -> of(service).keySet())
        .orElse(Collections.emptyList());
  }

  private Problem problem(List<ServiceName> circle) {
    String chain = circle.stream().map(it -> "`" + it + "`").collect(Collectors.joining(" -> "));
    List<Span> places =
        circle.subList(0, circle.size() - 1).stream()
            .flatMap(name -> project.anyService(name).stream())
            .flatMap(service -> SourceSpans.of(service, "build").stream())
            .toList();
    return new Problem(
        "builds wait for each other in a circle: " + chain,
        "let one of them be made from something else: an image of a registry, or a stage of its own",
        places);
  }
}
