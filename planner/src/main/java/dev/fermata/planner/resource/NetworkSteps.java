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

/** Networks: made where they are missing, made anew where they differ. */
public final class NetworkSteps {
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

  /** Takes the containers off, replaces the network, and puts those on it that stay. */
  public void addDrifted(
      NetworkDrift drift, StopSteps stops, Collection<ServiceDecision> decisions) {
    for (Network network : input.networks()) {
      List<FieldChange> changes = drift.changes().get(network.name());
      if (changes == null) {
        continue;
      }
      Reason reason = new Reason.Changed(changes);
      decisions.forEach(decision -> takeOff(network, decision, stops));
      String id = input.inventory().network(network.name()).orElseThrow().id();
      steps.add(
          Draft.of(new Action.RemoveNetwork(network.name(), id), reason)
              .requiring(Fact.networkLeft(network.name()))
              .providing(Fact.networkRemoved(network.name())));
      create(network, reason, List.of(Fact.networkRemoved(network.name())));
      decisions.forEach(decision -> putOn(network, decision));
    }
  }

  private void takeOff(Network network, ServiceDecision decision, StopSteps stops) {
    for (Decision of : decision.decisions()) {
      boolean gone = of instanceof Decision.RemoveFirst;
      if (of instanceof Decision.Lasting lasting && isOn(network, lasting) && !gone) {
        List<Fact> before = isMoved(lasting) ? stops.stop(decision, lasting, List.of()) : List.of();
        var container = decision.ref(lasting.there().orElseThrow());
        steps.add(
            Draft.of(new Action.DisconnectNetwork(container, network.name()), changed(network))
                .requiring(before)
                .providing(Fact.networkLeft(network.name())));
      }
    }
  }

  private static boolean isMoved(Decision.Lasting decision) {
    return decision instanceof Decision.Restart || decision instanceof Decision.Recreate;
  }

  private static boolean isOn(Network network, Decision decision) {
    return decision.there().filter(c -> c.networks().containsKey(network.name())).isPresent();
  }

  private void putOn(Network network, ServiceDecision decision) {
    for (Decision of : decision.decisions()) {
      boolean stays = of instanceof Decision.Lasting && !(of instanceof Decision.Making);
      if (stays && isOn(network, of)) {
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
            .requiring(Fact.networkReady(network.name()))
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
        .map(attachment -> Fact.networkReady(input.networkName(attachment.network())))
        .toList();
  }
}
