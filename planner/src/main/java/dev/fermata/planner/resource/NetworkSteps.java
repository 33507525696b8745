package dev.fermata.planner.resource;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.digest.FieldChange;
import dev.fermata.planner.drift.NetworkDrift;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.label.LabelSet;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.NetworkSpec;
import dev.fermata.planner.spec.ResolvedService;
import dev.fermata.planner.stop.StopSteps;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Networks: made where they are missing, made anew where they differ, removed where there are
 * several of one name.
 */
public final class NetworkSteps {
  private static final int SHORT_ID = 12;

  private final UpInput input;
  private final StepList steps;
  private final LabelSet labels;

  public NetworkSteps(UpInput input, StepList steps, LabelSet labels) {
    this.input = input;
    this.steps = steps;
    this.labels = labels;
  }

  public void addMissing() {
    for (Network network : input.networks()) {
      if (!network.external() && input.inventory().network(network.name()).isEmpty()) {
        create(network, new Reason.Missing(), List.of());
      }
    }
  }

  private void create(Network network, Reason reason, List<Fact> before) {
    var action = new Action.CreateNetwork(NetworkSpec.of(network, labels.network(network)));
    steps.add(
        Draft.of(action, reason).requiring(before).providing(Fact.networkReady(network.name())));
  }

  /**
   * Removes what {@link Namesakes} calls surplus, before anything is told the name. Containers of
   * it are put on the network that is kept, or with the others on the one that takes its place.
   */
  public void addSurplus(
      NetworkDrift drift, StopSteps stops, Collection<ServiceDecision> decisions) {
    for (Network network : input.networks()) {
      for (ObservedNetwork surplus : Namesakes.surplus(input, network)) {
        String kept = input.inventory().network(network.name()).orElseThrow().id();
        var reason = new Reason.Namesake(shortened(kept));
        Fact left = Fact.networkLeft(surplus.id());
        var leaving = new Leaving(surplus.id(), surplus::holds, reason, left);
        decisions.forEach(decision -> takeOff(leaving, decision, stops));
        steps.add(
            Draft.of(new Action.RemoveNetwork(network.name(), surplus.id()), reason)
                .requiring(left)
                .providing(Fact.networkUnique(network.name())));
        if (!drift.names().contains(network.name())) {
          decisions.forEach(decision -> putOn(network, surplus::holds, decision));
        }
      }
    }
  }

  private static String shortened(String id) {
    return id.substring(0, Math.min(id.length(), SHORT_ID));
  }

  /** Takes the containers off, replaces the network, and puts those on it that stay. */
  public void addDrifted(
      NetworkDrift drift, StopSteps stops, Collection<ServiceDecision> decisions) {
    for (Network network : input.networks()) {
      List<FieldChange> changes = drift.changes().get(network.name());
      if (changes == null) {
        continue;
      }
      Reason reason = new Reason.Changed(changes);
      List<ObservedNetwork> surplus = Namesakes.surplus(input, network);
      Predicate<ObservedContainer> stillOn =
          it -> isOn(network, it) && surplus.stream().noneMatch(one -> one.holds(it));
      var leaving =
          new Leaving(network.name(), stillOn, changed(network), Fact.networkLeft(network.name()));
      decisions.forEach(decision -> takeOff(leaving, decision, stops));
      String id = input.inventory().network(network.name()).orElseThrow().id();
      steps.add(
          Draft.of(new Action.RemoveNetwork(network.name(), id), reason)
              .requiring(Fact.networkLeft(network.name()), Fact.networkUnique(network.name()))
              .providing(Fact.networkRemoved(network.name())));
      create(network, reason, List.of(Fact.networkRemoved(network.name())));
      decisions.forEach(decision -> putOn(network, it -> isOn(network, it), decision));
    }
  }

  /** How containers leave a network. {@code handle} is what the engine is told. */
  private record Leaving(
      String handle, Predicate<ObservedContainer> isOn, Reason reason, Fact left) {}

  private void takeOff(Leaving network, ServiceDecision decision, StopSteps stops) {
    for (Decision of : decision.decisions()) {
      boolean gone = of instanceof Decision.RemoveFirst;
      if (of instanceof Decision.Lasting lasting
          && of.there().filter(network.isOn()).isPresent()
          && !gone) {
        List<Fact> before = isMoved(lasting) ? stops.stop(decision, lasting, List.of()) : List.of();
        var container = decision.ref(lasting.there().orElseThrow());
        steps.add(
            Draft.of(new Action.DisconnectNetwork(container, network.handle()), network.reason())
                .requiring(before)
                .requiring(Fact.networkUnique(network.handle()))
                .providing(network.left()));
      }
    }
  }

  private static boolean isMoved(Decision.Lasting decision) {
    return decision instanceof Decision.Restart || decision instanceof Decision.Recreate;
  }

  private static boolean isOn(Network network, ObservedContainer container) {
    return container.networks().containsKey(network.name());
  }

  private void putOn(
      Network network, Predicate<ObservedContainer> wasOn, ServiceDecision decision) {
    for (Decision of : decision.decisions()) {
      boolean stays = of instanceof Decision.Lasting && !(of instanceof Decision.Making);
      if (stays && of.there().filter(wasOn).isPresent()) {
        attachment(decision.service(), network).ifPresent(at -> connect(network, decision, of, at));
      }
    }
  }

  private void connect(
      Network network, ServiceDecision decision, Decision of, NetworkAttachment attachment) {
    var container = of.there().orElseThrow();
    var action =
        new Action.ConnectNetwork(
            decision.ref(container),
            decision.service().name(),
            ResolvedService.resolved(input.project(), attachment));
    steps.add(
        Draft.of(action, changed(network))
            .requiring(Fact.networkReady(network.name()), Fact.networkUnique(network.name()))
            .providing(Fact.connected(container)));
  }

  private Optional<NetworkAttachment> attachment(Service service, Network network) {
    return service.networking().attachments().stream()
        .filter(attachment -> input.networkName(attachment.network()).equals(network.name()))
        .findFirst();
  }

  private static Reason changed(Network network) {
    return new Reason.ResourceChanged("network " + network.name());
  }

  /** What has to be there before a container of the service is made. */
  public List<Fact> before(Service service) {
    return service.networking().attachments().stream()
        .map(attachment -> input.networkName(attachment.network()))
        .flatMap(name -> Stream.of(Fact.networkReady(name), Fact.networkUnique(name)))
        .toList();
  }

  /** What has to be so before one that is there already is started. */
  public List<Fact> beforeStart(Service service) {
    return service.networking().attachments().stream()
        .map(attachment -> Fact.networkUnique(input.networkName(attachment.network())))
        .toList();
  }
}
