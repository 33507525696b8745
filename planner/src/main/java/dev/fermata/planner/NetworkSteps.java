package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Networks: made where they are missing, made anew where they differ. */
final class NetworkSteps {
  private final UpScene scene;
  private final StepList steps;
  private final LabelSet labels;

  NetworkSteps(UpScene scene, StepList steps, LabelSet labels) {
    this.scene = scene;
    this.steps = steps;
    this.labels = labels;
  }

  void addMissing() {
    for (Network network : scene.networks()) {
      if (!network.external() && scene.inventory().network(network.name()).isEmpty()) {
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
  void addDrifted(NetworkDrift drift, StopSteps stops, Collection<ServiceFate> fates) {
    for (Network network : scene.networks()) {
      List<FieldChange> changes = drift.changes().get(network.name());
      if (changes == null) {
        continue;
      }
      Reason reason = new Reason.Changed(changes);
      fates.forEach(fate -> takeOff(network, fate, stops));
      String id = scene.inventory().network(network.name()).orElseThrow().id();
      steps.add(
          Draft.of(new Action.RemoveNetwork(network.name(), id), reason)
              .requiring(Fact.networkLeft(network.name()))
              .providing(Fact.networkRemoved(network.name())));
      create(network, reason, List.of(Fact.networkRemoved(network.name())));
      fates.forEach(fate -> putOn(network, fate));
    }
  }

  private void takeOff(Network network, ServiceFate fate, StopSteps stops) {
    for (Fate of : fate.fates()) {
      boolean gone = of instanceof Fate.RemoveFirst;
      if (of instanceof Fate.Lasting lasting && isOn(network, lasting) && !gone) {
        List<Fact> before = isMoved(lasting) ? stops.stop(fate, lasting, List.of()) : List.of();
        var container = fate.ref(lasting.there().orElseThrow());
        steps.add(
            Draft.of(new Action.DisconnectNetwork(container, network.name()), changed(network))
                .requiring(before)
                .providing(Fact.networkLeft(network.name())));
      }
    }
  }

  private static boolean isMoved(Fate.Lasting fate) {
    return fate instanceof Fate.Restart || fate instanceof Fate.Recreate;
  }

  private static boolean isOn(Network network, Fate fate) {
    return fate.there().filter(c -> c.networks().containsKey(network.name())).isPresent();
  }

  private void putOn(Network network, ServiceFate fate) {
    for (Fate of : fate.fates()) {
      boolean stays = of instanceof Fate.Lasting && !(of instanceof Fate.Making);
      if (stays && isOn(network, of)) {
        attachment(fate.service(), network).ifPresent(at -> connect(network, fate, of, at));
      }
    }
  }

  private void connect(Network network, ServiceFate fate, Fate of, NetworkAttachment attachment) {
    var container = of.there().orElseThrow();
    var action =
        new Action.ConnectNetwork(
            fate.ref(container),
            fate.service().name(),
            ResolvedService.resolved(scene.project(), attachment));
    steps.add(
        Draft.of(action, changed(network))
            .requiring(Fact.networkReady(network.name()))
            .providing(Fact.connected(container)));
  }

  private Optional<NetworkAttachment> attachment(Service service, Network network) {
    return service.networking().attachments().stream()
        .filter(attachment -> scene.networkName(attachment.network()).equals(network.name()))
        .findFirst();
  }

  private static Reason changed(Network network) {
    return new Reason.ResourceChanged("network " + network.name());
  }

  /** What has to be there before a container of the service is made. */
  List<Fact> before(Service service) {
    return service.networking().attachments().stream()
        .map(attachment -> Fact.networkReady(scene.networkName(attachment.network())))
        .toList();
  }
}
