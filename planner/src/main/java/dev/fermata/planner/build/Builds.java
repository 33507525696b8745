package dev.fermata.planner.build;

import dev.fermata.model.Build;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.conflict.NeededFiles;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.observed.BuildInputs;
import dev.fermata.planner.observed.ImageStore;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.spec.BuildRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The builds of one plan: by whom each is done, and which of them are one. */
public final class Builds {
  private final Project project;
  private final Basis basis;
  private final LabelSet labels;
  private final Extent extent;
  private final BuildNeeds needs;
  private final BuilderChoice builders;

  /** For which platforms an image is made that is to be had for several. */
  public enum Extent {
    /** For the one that its service is for: it is to be run here. */
    HERE,
    ALL
  }

  /** Where the plan comes from, beside the project. */
  public record Basis(
      BuildInputs inputs, ImageStore store, Set<String> missingFiles, Optional<String> builder) {
    public Basis {
      missingFiles = Set.copyOf(missingFiles);
    }

    public static Basis of(Inventory inventory) {
      return new Basis(
          inventory.builds(), inventory.imageStore(), inventory.missingFiles(), Optional.empty());
    }

    /** The same with the builder that a command names. */
    public Basis by(Optional<String> named) {
      return new Basis(inputs, store, missingFiles, named);
    }
  }

  /** What makes builds of several services one: all but the names that the image gets. */
  private record Identity(Build build, List<Platform> platforms, SortedSet<ServiceName> needs) {
    static Identity of(BuildRequest request, Set<ServiceName> needs) {
      Build build = request.build();
      Build.Image image = build.image();
      return new Identity(
          build.with(
              new Build.Image(
                  image.labels(), List.of(), image.platforms(), image.provenance(), image.sbom())),
          request.platforms(),
          new TreeSet<>(needs));
    }
  }

  public Builds(Project project, LabelSet labels, Basis basis, Extent extent) {
    this.project = project;
    this.labels = labels;
    this.basis = basis;
    this.extent = extent;
    this.needs = new BuildNeeds(project, basis.inputs());
    this.builders = new BuilderChoice(basis.inputs(), basis.store(), basis.builder());
  }

  public BuildNeeds needs() {
    return needs;
  }

  /** The build of one service. */
  public Action.BuildImage of(Service service) {
    return new Action.BuildImage(
        new TreeSet<>(Set.of(service.name())), service.image(), request(service));
  }

  private BuildRequest request(Service service) {
    BuildRequest here = BuildRequest.of(project, service, labels.image(service));
    BuildRequest request = extent == Extent.ALL ? here.forAllPlatforms() : here;
    BuildRequest chosen = request.by(choice(service, request.platforms()).builder());
    return needs.of(service).isEmpty() ? chosen : chosen.withoutPull();
  }

  /**
   * The images that a build is to have anew. One that is made from an image of this machine cannot
   * ask registries by itself: they do not have that one.
   */
  public List<Draft> pulls(Action.BuildImage build) {
    return build.services().stream()
        .flatMap(name -> project.anyService(name).stream())
        .filter(service -> !needs.of(service).isEmpty() && isToPull(service))
        .flatMap(service -> needs.fromElsewhere(service).stream())
        .distinct()
        .map(image -> pull(image, build))
        .toList();
  }

  private static boolean isToPull(Service service) {
    return service.build().filter(it -> it.options().contains(Build.Option.PULL)).isPresent();
  }

  private static Draft pull(ImageRef image, Action.BuildImage build) {
    Optional<Platform> platform = build.request().platform();
    return Draft.of(
            new Action.PullImage(image, platform, build.services()),
            new Reason.BuiltOn(build.service()))
        .providing(Fact.imageReady(image.familiar(), platform));
  }

  private Choice choice(Service service) {
    return choice(service, request(service).platforms());
  }

  private Choice choice(Service service, List<Platform> platforms) {
    return builders.of(service, platforms);
  }

  /** The builds of all these services, by service: those that are the same are one. */
  public SortedMap<ServiceName, Action.BuildImage> joined(Collection<Service> services) {
    Map<Identity, List<Action.BuildImage>> same = new LinkedHashMap<>();
    for (Service service : services) {
      Action.BuildImage build = of(service);
      Set<ServiceName> needed = needs.of(service).keySet();
      same.computeIfAbsent(Identity.of(build.request(), needed), one -> new ArrayList<>())
          .add(build);
    }
    SortedMap<ServiceName, Action.BuildImage> joined = new TreeMap<>();
    for (List<Action.BuildImage> group : same.values()) {
      Action.BuildImage one = group.stream().reduce(Builds::both).orElseThrow();
      one.services().forEach(name -> joined.put(name, one));
    }
    return joined;
  }

  /** The labels are those of the first. */
  private static Action.BuildImage both(Action.BuildImage one, Action.BuildImage other) {
    SortedSet<ServiceName> services = new TreeSet<>(one.services());
    services.addAll(other.services());
    var tags = new ArrayList<>(one.request().tags());
    other.request().tags().stream().filter(tag -> !tags.contains(tag)).forEach(tags::add);
    return new Action.BuildImage(services, one.image(), one.request().named(tags));
  }

  /** Whether it matters how the engine keeps images; to find out takes a call. */
  public static boolean dependsOnStore(Build build) {
    return build.image().platforms().size() > 1
        || !build.caches().to().isEmpty()
        || Feature.askedBy(build).stream()
            .anyMatch(feature -> feature == Feature.PROVENANCE || feature == Feature.SBOM);
  }

  /** What stands in the way of these. */
  public List<Problem> problems(Collection<Service> built) {
    List<Problem> problems = new ArrayList<>(needs.problems(built));
    for (Service service : built) {
      problems.addAll(choice(service).problems());
      new NeededFiles(project, service).unbuildable(basis.missingFiles()).ifPresent(problems::add);
    }
    return problems;
  }

  /** What of these is left out by their builders. */
  public List<String> notes(Collection<Service> built) {
    return built.stream().flatMap(service -> choice(service).notes().stream()).toList();
  }
}
