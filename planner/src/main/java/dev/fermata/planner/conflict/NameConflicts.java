package dev.fermata.planner.conflict;

import dev.fermata.model.Service;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.decision.Decision;
import dev.fermata.planner.decision.ServiceDecision;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/** Names that two containers are to have, or that one has already. */
public final class NameConflicts {
  private final FinalState state;
  private final SequencedSet<Problem> problems = new LinkedHashSet<>();

  private NameConflicts(FinalState state) {
    this.state = state;
  }

  public static List<Problem> in(FinalState state) {
    var conflicts = new NameConflicts(state);
    state.decisions().forEach(conflicts::severalOfOneName);
    conflicts.twice();
    conflicts.taken();
    return List.copyOf(conflicts.problems);
  }

  private void severalOfOneName(ServiceDecision decision) {
    Service service = decision.service();
    Optional<String> name = service.metadata().containerName();
    if (name.isPresent() && service.lifecycle().replicas() > 1) {
      problems.add(
          new Problem(
              ComposeSentences.customContainerName(service.name(), name.get())
                  + " to "
                  + service.lifecycle().replicas(),
              "leave `container_name` out: each container then has a name of its own",
              SourceSpans.of(service, "container_name")));
    }
  }

  private void twice() {
    Map<String, Service> taken = new HashMap<>();
    for (ServiceDecision decision : state.decisions()) {
      Service service = decision.service();
      for (String name :
          decision.containers().stream().map(ContainerRef::name).distinct().toList()) {
        Service first = taken.putIfAbsent(name, service);
        if (first != null) {
          problems.add(
              new Problem(
                  "`%s` and `%s` are both to have a container with the name `%s`"
                      .formatted(first.name(), service.name(), name),
                  "change one `container_name`, or leave it out",
                  SourceSpans.joined(
                      SourceSpans.of(first, "container_name"),
                      SourceSpans.of(service, "container_name"))));
        }
      }
    }
  }

  private void taken() {
    Map<String, ObservedContainer> there = new HashMap<>();
    state.untouched().forEach(container -> there.put(container.name(), container));
    for (ServiceDecision decision : state.decisions()) {
      for (Decision of : decision.decisions()) {
        if (of instanceof Decision.Making making && there.containsKey(making.name())) {
          problems.add(taken(decision.service(), making.name(), there.get(making.name())));
        }
      }
    }
  }

  private Problem taken(Service service, String name, ObservedContainer holder) {
    return new Problem(
        "service `%s` cannot have its container: %s by a container of %s"
            .formatted(
                service.name(), ComposeSentences.containerNameInUse(name), state.owner(holder)),
        state.removal(holder),
        SourceSpans.of(service, "container_name"));
  }
}
