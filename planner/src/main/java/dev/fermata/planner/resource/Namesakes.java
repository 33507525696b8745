package dev.fermata.planner.resource;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Network;
import dev.fermata.planner.input.Inventory;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.ContainerState;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedNetwork;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Several networks of one name: an engine starts no container on any of them. Those that commands
 * made for the project at the same time are as good as each other, so one is enough; of networks of
 * others nobody knows here which one is meant.
 */
public final class Namesakes {
  private Namesakes() {}

  /** Those of the project beside the one that is kept. */
  public static List<ObservedNetwork> surplus(UpInput input, Network network) {
    List<ObservedNetwork> all = input.inventory().namesakes(network.name());
    return all.size() > 1 && areOurs(input, network, all) ? all.subList(1, all.size()) : List.of();
  }

  /** {@code removed} tells containers that go in any case. */
  public static List<Problem> problems(UpInput input, Predicate<ObservedContainer> removed) {
    List<Problem> problems = new ArrayList<>();
    for (Network network : input.networks()) {
      List<ObservedNetwork> all = input.inventory().namesakes(network.name());
      if (all.size() > 1 && !areOurs(input, network, all)) {
        problems.add(
            new Problem(
                found(network.name(), all),
                "`docker network inspect` with an id shows what uses that one, `docker network rm`"
                    + " with an id removes it"));
      }
      for (ObservedNetwork surplus : surplus(input, network)) {
        input.inventory().containers().stream()
            .filter(surplus::holds)
            .filter(it -> (it.oneOff() || !input.isSelected(it)) && !removed.test(it))
            .map(it -> blocked(surplus, all, it))
            .forEach(problems::add);
      }
    }
    return problems;
  }

  /** Of containers that never ran: until then an engine knows their networks by name alone. */
  public static List<Problem> problems(Inventory inventory, Set<ObservedContainer> starting) {
    return starting.stream()
        .filter(container -> container.state().equals(ContainerState.CREATED))
        .flatMap(container -> container.networks().keySet().stream())
        .distinct()
        .sorted()
        .filter(name -> inventory.namesakes(name).size() > 1)
        .map(name ->
            new Problem(
                found(name, inventory.namesakes(name)),
                "`up` keeps one of those that are the project's"))
        .toList();
  }

  private static boolean areOurs(UpInput input, Network network, List<ObservedNetwork> all) {
    return !network.external() && all.stream().allMatch(it -> input.isOurs(it.labels()));
  }

  private static Problem blocked(
      ObservedNetwork surplus, List<ObservedNetwork> all, ObservedContainer container) {
    return new Problem(
        found(surplus.name(), all)
            + "; `%s` is on `%s`, and this command does not touch it"
                .formatted(container.name(), surplus.id()),
        "remove that container, or name its service too");
  }

  private static String found(String name, List<ObservedNetwork> all) {
    return "multiple networks with name \"%s\" were found: %s"
        .formatted(
            name,
            all.stream().map(ObservedNetwork::id).sorted().collect(joining("`, `", "`", "`")));
  }
}
