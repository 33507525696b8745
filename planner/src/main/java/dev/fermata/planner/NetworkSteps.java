package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Service;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Networks: made where they are missing, made anew where they differ. */
final class NetworkSteps {
  private final UpScene scene;
  private final StepList steps;
  private final LabelSet labels;
  private final Map<String, Integer> created = new HashMap<>();
  private final Map<String, SortedSet<Integer>> connected = new HashMap<>();

  NetworkSteps(UpScene scene, StepList steps, LabelSet labels) {
    this.scene = scene;
    this.steps = steps;
    this.labels = labels;
  }

  void addMissing() {
    for (Network network : scene.networks()) {
      if (!network.external() && scene.inventory().network(network.name()).isEmpty()) {
        create(network, new Reason.Missing(), Set.of());
      }
    }
  }

  private void create(Network network, Reason reason, Set<Integer> after) {
    var action = new Action.CreateNetwork(network, labels.network(network));
    created.put(network.name(), steps.add(action, reason, after));
  }

  /** Takes the containers off, replaces the network, and puts those on it that stay. */
  void addDrifted(
      NetworkDrift drift, StopSteps stops, Collection<ServiceFate> fates, RemovalSteps gone) {
    for (Network network : scene.networks()) {
      List<FieldChange> changes = drift.changes().get(network.name());
      if (changes == null) {
        continue;
      }
      Reason reason = new Reason.Changed(changes);
      SortedSet<Integer> free = new TreeSet<>(gone.on(network.name()));
      for (ServiceFate fate : fates) {
        free.addAll(takeOff(network, fate, stops));
      }
      String id = scene.inventory().network(network.name()).orElseThrow().id();
      int removed = steps.add(new Action.RemoveNetwork(network.name(), id), reason, free);
      create(network, reason, Set.of(removed));
      fates.forEach(fate -> putOn(network, fate));
    }
  }

  private SortedSet<Integer> takeOff(Network network, ServiceFate fate, StopSteps stops) {
    SortedSet<Integer> off = new TreeSet<>();
    for (Fate of : fate.fates()) {
      boolean gone = of instanceof Fate.RemoveFirst;
      if (of instanceof Fate.Lasting lasting && isOn(network, lasting) && !gone) {
        Set<Integer> after = isMoved(lasting) ? stops.stop(fate, lasting, Set.of()) : Set.of();
        var container = fate.ref(lasting.there().orElseThrow());
        off.add(
            steps.add(
                new Action.DisconnectNetwork(container, network.name()), changed(network), after));
      }
    }
    return off;
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
        new Action.ConnectNetwork(fate.ref(container), scene.project(), fate.service(), attachment);
    int step = steps.add(action, changed(network), creation(network));
    connected.computeIfAbsent(container.id(), id -> new TreeSet<>()).add(step);
  }

  private Set<Integer> creation(Network network) {
    Integer step = created.get(network.name());
    return step == null ? Set.of() : Set.of(step);
  }

  private Optional<NetworkAttachment> attachment(Service service, Network network) {
    return service.networking().attachments().stream()
        .filter(attachment -> scene.networkName(attachment.network()).equals(network.name()))
        .findFirst();
  }

  private static Reason changed(Network network) {
    return new Reason.ResourceChanged("network " + network.name());
  }

  /** The steps that a container of the service has to wait for before it is made. */
  SortedSet<Integer> before(Service service) {
    SortedSet<Integer> before = new TreeSet<>();
    for (NetworkAttachment attachment : service.networking().attachments()) {
      Integer step = created.get(scene.networkName(attachment.network()));
      if (step != null) {
        before.add(step);
      }
    }
    return before;
  }

  /** The steps that put a container back on its networks. */
  SortedSet<Integer> connections(String containerId) {
    return connected.getOrDefault(containerId, new TreeSet<>());
  }
}
