package dev.fermata.cli.session;

import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Suggestion;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.observed.Observed;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * The services named on a command line, all of which must exist: in the files where there are any,
 * since what else the engine has may be another model's; else in the engine.
 */
public final class KnownServices {
  private KnownServices() {}

  /** Asks the engine only where there are no files. */
  public static SortedSet<ServiceName> of(Session session, Target target, List<String> named) {
    if (named.isEmpty()) {
      return new TreeSet<>();
    }
    Supplier<Observed> observed =
        () -> session.engine().system().observe(ObserveRequest.of(target.name()));
    return checked(target, named, observed);
  }

  public static SortedSet<ServiceName> of(Target target, List<String> named, Observed observed) {
    return checked(target, named, () -> observed);
  }

  /** The same, of containers that were listed by labels. */
  public static SortedSet<ServiceName> of(
      Target target, List<String> named, List<ObservedContainer> listed) {
    return checked(target, named, () -> Observed.NOTHING.withContainers(listed));
  }

  /** A service that this call brings up, as flags name one. */
  public static Service active(Project project, ServiceName name) {
    Service service = project.services().get(name);
    if (service != null) {
      return service;
    }
    Service left = project.disabled().get(name);
    if (left == null) {
      throw unknown(project.name(), name.text(), texts(project.services().keySet()));
    }
    throw EarlyEnd.refused(ComposeSentences.noSuchService(name) + ": disabled", enabling(left));
  }

  private static String enabling(Service service) {
    List<String> profiles = service.metadata().profiles();
    return profiles.isEmpty()
        ? "this call names other services; name `" + service.name() + "` as well"
        : "`--profile %s` enables it".formatted(profiles.getFirst());
  }

  private static SortedSet<ServiceName> inFiles(Project project) {
    var known = new TreeSet<>(project.services().keySet());
    known.addAll(project.disabled().keySet());
    return known;
  }

  private static SortedSet<ServiceName> inEngine(Observed observed) {
    var known = new TreeSet<ServiceName>();
    observed.containers().forEach(container -> known.add(container.service()));
    return known;
  }

  private static List<ServiceName> names(List<String> named) {
    return named.stream().map(ServiceName::new).toList();
  }

  private static SortedSet<ServiceName> checked(
      Target target, List<String> named, Supplier<Observed> observed) {
    SortedSet<ServiceName> known =
        target.project().map(KnownServices::inFiles).orElseGet(() -> inEngine(observed.get()));
    for (String name : named) {
      if (!known.contains(new ServiceName(name))) {
        if (target.project().filter(it -> DeclaredJobs.of(it).has(name)).isPresent()) {
          throw DeclaredJobs.notAService(name);
        }
        throw unknown(target.name(), name, texts(known));
      }
    }
    return new TreeSet<>(names(named));
  }

  private static List<String> texts(Collection<ServiceName> names) {
    return names.stream().map(ServiceName::text).toList();
  }

  private static EarlyEnd unknown(ProjectName project, String service, List<String> known) {
    String all = known.isEmpty() ? "no services" : String.join(", ", known);
    String hint =
        Suggestion.closest(service, known)
            .map(other -> "did you mean `" + other + "`?")
            .orElse("project `" + project + "` has " + all);
    return EarlyEnd.refused(ComposeSentences.noSuchService(service), hint);
  }
}
