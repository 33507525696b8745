package dev.fermata.planner.provision;

import static java.util.stream.Collectors.toCollection;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.gate.GateSteps;
import dev.fermata.planner.input.UpInput;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.plan.Action;
import dev.fermata.planner.plan.Draft;
import dev.fermata.planner.plan.Fact;
import dev.fermata.planner.plan.Reason;
import dev.fermata.planner.plan.StepList;
import dev.fermata.planner.spec.ProviderCall.Command;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What other programs have to provide before the rest of an {@code up} can be planned, since it
 * gives dependants their variables. Providers that depend on one another come one after the other,
 * each in a plan of its own; what they depend on of containers comes with them.
 */
public record Provisioning(
    UpInput input, List<Service> providers, List<LanguageModel> models, Set<ServiceName> before) {

  public static Provisioning of(UpInput input, Provisions there) {
    SortedSet<ServiceName> open =
        input.services().stream()
            .filter(Service::isProvided)
            .map(Service::name)
            .filter(name -> !there.services().containsKey(name))
            .collect(toCollection(TreeSet::new));
    List<Service> next =
        input.services().stream()
            .filter(service -> open.contains(service.name()))
            .filter(service -> Collections.disjoint(below(input, service), open))
            .toList();
    return new Provisioning(input, next, models(input, there), before(input, next));
  }

  private static SortedSet<ServiceName> below(UpInput input, Service service) {
    SortedSet<ServiceName> below = input.graph().withDependencies(Set.of(service.name()));
    below.remove(service.name());
    return below;
  }

  /** Those that a service to come uses. */
  private static List<LanguageModel> models(UpInput input, Provisions there) {
    return input.project().models().values().stream()
        .filter(model -> !there.models().containsKey(model.key()))
        .filter(model ->
            input.services().stream()
                .anyMatch(service -> service.programs().models().containsKey(model.key())))
        .toList();
  }

  private static Set<ServiceName> before(UpInput input, List<Service> providers) {
    var before = new TreeSet<ServiceName>();
    providers.forEach(service -> before.addAll(below(input, service)));
    before.removeIf(name ->
        input.services().stream().noneMatch(it -> it.name().equals(name) && !it.isProvided()));
    return before;
  }

  public boolean isNeeded() {
    return !providers.isEmpty() || !models.isEmpty();
  }

  /**
   * What stands on nothing but other programs; else the containers before it have to be planned.
   */
  public boolean standsAlone() {
    return before.isEmpty();
  }

  /** The same {@code up}, of what comes before the providers alone. */
  public UpInput inputBefore() {
    return input.only(before);
  }

  /** Says to the gates who is going to wait for them. */
  public void expect(GateSteps gates) {
    providers.forEach(service -> gates.expect(service.name()));
  }

  /** Adds the calls, each when its gates are open, and the wish to plan the rest then. */
  public void add(StepList steps, Optional<GateSteps> gates) {
    var reason = new Reason.Asked(input.oneOff().isPresent() ? "run" : "up");
    var provided = new TreeSet<String>();
    var calls = new ArrayList<Fact>();
    for (Service service : providers) {
      List<Fact> first = gates.map(it -> it.before(service.name())).orElse(List.of());
      new ProviderCalls(input.project())
          .draft(service, Command.UP, reason)
          .ifPresent(call -> steps.add(call.requiring(first)));
      provided.add("service " + service.name());
      calls.add(ProviderCalls.done(service));
    }
    for (LanguageModel model : models) {
      String subject = "model " + model.key();
      steps.add(Draft.of(new Action.PrepareModel(model), reason).providing(Fact.called(subject)));
      provided.add(subject);
      calls.add(Fact.called(subject));
    }
    var again = new Action.PlanAgain(Collections.emptySortedSet(), provided);
    steps.add(Draft.of(again, reason).requiring(calls));
  }
}
