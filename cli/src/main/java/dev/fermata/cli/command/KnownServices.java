package dev.fermata.cli.command;

import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.Target;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The services named on a command line, all of which must exist, in the files or the engine. */
final class KnownServices {
  private KnownServices() {}

  /** Asks the engine only for what the files do not know. */
  static SortedSet<ServiceName> of(Session session, Target target) {
    List<String> named = session.given().positionals();
    SortedSet<ServiceName> known = inFiles(target);
    if (!known.containsAll(names(named))) {
      known.addAll(inEngine(session.engine().observe(ObserveRequest.of(target.name()))));
    }
    return checked(target, named, known);
  }

  static SortedSet<ServiceName> of(Session session, Target target, Observed observed) {
    SortedSet<ServiceName> known = inFiles(target);
    known.addAll(inEngine(observed));
    return checked(target, session.given().positionals(), known);
  }

  private static SortedSet<ServiceName> inFiles(Target target) {
    var known = new TreeSet<ServiceName>();
    target.project().ifPresent(project -> known.addAll(project.services().keySet()));
    target.project().ifPresent(project -> known.addAll(project.disabled().keySet()));
    return known;
  }

  private static List<ServiceName> inEngine(Observed observed) {
    return observed.containers().stream().map(ObservedContainer::service).toList();
  }

  private static List<ServiceName> names(List<String> named) {
    return named.stream().map(ServiceName::new).toList();
  }

  private static SortedSet<ServiceName> checked(
      Target target, List<String> named, SortedSet<ServiceName> known) {
    for (String name : named) {
      if (!known.contains(new ServiceName(name))) {
        throw unknown(target, name, known.stream().map(ServiceName::text).toList());
      }
    }
    return new TreeSet<>(names(named));
  }

  private static EarlyEnd unknown(Target target, String service, List<String> known) {
    String all = known.isEmpty() ? "no services" : String.join(", ", known);
    String hint =
        Suggestion.closest(service, known)
            .map(other -> "did you mean `" + other + "`?")
            .orElse("project `" + target.name() + "` has " + all);
    return EarlyEnd.refused(ComposeSentences.noSuchService(service), hint);
  }
}
