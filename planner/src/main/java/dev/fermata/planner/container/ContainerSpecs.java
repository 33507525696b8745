package dev.fermata.planner.container;

import dev.fermata.model.Mount;
import dev.fermata.model.Naming;
import dev.fermata.model.Networking;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.Leftovers;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.drift.MountedImages;
import dev.fermata.planner.graph.Partners;
import dev.fermata.planner.hook.InitRuns;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedImage;
import dev.fermata.planner.observed.ObservedMount;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ResolvedService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What exactly is created for a service. */
public final class ContainerSpecs {
  private final UpInput input;
  private final LabelSet labels;
  private final Map<ServiceName, ServiceDecision> decisions;

  public ContainerSpecs(
      UpInput input, LabelSet labels, Map<ServiceName, ServiceDecision> decisions) {
    this.input = input;
    this.labels = labels;
    this.decisions = decisions;
  }

  ContainerSpec fresh(Service service, Decision.Create create) {
    return resolved(service, new TreeMap<>())
        .container(create.name(), create.number(), labels(service, create.number()));
  }

  /** The one that takes the place of another, under a temporary name. */
  ContainerSpec successor(Service service, Decision.Recreate recreate) {
    String temporary = Leftovers.temporaryName(recreate.container(), recreate.name());
    return successor(service, recreate, recreate.container(), temporary);
  }

  /** The one that comes when the other has gone. */
  ContainerSpec next(Service service, Decision.RemoveFirst goes) {
    return successor(service, goes, goes.container(), goes.name());
  }

  /** It has no number, so that nobody counts it among the replicas. */
  ContainerSpec init(InitRuns.Run run) {
    Service service = run.hook().container();
    return resolved(service, new TreeMap<>())
        .container(run.container().name(), 0, labels.hook(service, run.index()))
        .sharingMountsOf(run.target());
  }

  private ContainerSpec successor(
      Service service, Decision.Making making, ObservedContainer old, String name) {
    int number = Math.max(1, old.number());
    SortedMap<String, String> all = labels(service, number);
    all.put(Labels.REPLACE, withoutProject(making.name()));
    return resolved(service, inherited(service, old)).container(name, number, all);
  }

  private ResolvedService resolved(Service service, SortedMap<String, String> inherited) {
    return new ResolvedService(
        input.project(), service, inherited, partners(service), linked(service));
  }

  /** The containers of the project that have to be there before one of the service is created. */
  Set<String> tiedTo(Service service) {
    Set<String> names = new TreeSet<>();
    partners(service).values().forEach(container -> names.add(container.name()));
    linked(service).values().forEach(names::addAll);
    return names;
  }

  private String withoutProject(String name) {
    return Naming.withoutProject(input.project().name(), name);
  }

  private SortedMap<String, String> labels(Service service, int number) {
    SortedMap<String, String> all = labels.container(service, number, knownPartners(service));
    input
        .inventory()
        .image(service)
        .map(ObservedImage::id)
        .ifPresent(id -> all.put(Labels.IMAGE, id));
    MountedImages.label(input, service).ifPresent(label -> all.put(Labels.MOUNTED_IMAGES, label));
    return all;
  }

  private Map<ServiceName, String> knownPartners(Service service) {
    return partners(service).entrySet().stream()
        .flatMap(entry -> entry.getValue().id().map(id -> Map.entry(entry.getKey(), id)).stream())
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** The containers that a service shares things with: the first one of each partner. */
  private SortedMap<ServiceName, ContainerRef> partners(Service service) {
    SortedMap<ServiceName, ContainerRef> partners = new TreeMap<>();
    Partners.of(service)
        .forEach((partner, attribute) ->
            first(partner)
                .ifPresentOrElse(
                    ref -> partners.put(partner, ref),
                    () -> {
                      throw new IllegalStateException(
                          "a bug: `%s` is made without `%s` (`%s`)"
                              .formatted(service.name(), partner, attribute));
                    }));
    return partners;
  }

  private Optional<ContainerRef> first(ServiceName partner) {
    return all(partner).findFirst();
  }

  private Stream<ContainerRef> all(ServiceName service) {
    ServiceDecision decision = decisions.get(service);
    return decision != null
        ? decision.containers().stream()
        : input.inventory().replicas(service).stream().map(ObservedContainer::ref);
  }

  private SortedMap<ServiceName, List<String>> linked(Service service) {
    SortedMap<ServiceName, List<String>> linked = new TreeMap<>();
    for (Networking.Link link : service.networking().links()) {
      linked.put(link.service(), all(link.service()).map(ContainerRef::name).toList());
    }
    return linked;
  }

  /**
   * The anonymous volumes of the old container, by their targets, where the new one does not want
   * something else there.
   */
  private SortedMap<String, String> inherited(Service service, ObservedContainer old) {
    SortedMap<String, String> inherited = new TreeMap<>();
    if (input.options().recreation().anonymousVolumes() == UpOptions.AnonymousVolumes.RENEW) {
      return inherited;
    }
    Set<String> taken = takenTargets(service);
    for (ObservedMount mount : old.mounts()) {
      mount
          .anonymousVolume()
          .filter(volume -> !taken.contains(mount.target()))
          .ifPresent(volume -> inherited.put(mount.target(), volume));
    }
    return inherited;
  }

  private static Set<String> takenTargets(Service service) {
    Stream<String> mounts =
        service.storage().mounts().stream()
            .filter(mount -> !(mount instanceof Mount.OfVolume of && of.volume().isEmpty()))
            .map(Mount::target);
    Stream<String> tmpfs = service.storage().tmpfs().keySet().stream();
    return Stream.concat(mounts, tmpfs).collect(Collectors.toSet());
  }
}
