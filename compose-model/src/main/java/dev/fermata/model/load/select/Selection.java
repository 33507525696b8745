package dev.fermata.model.load.select;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.normalise.ImpliedDependencies;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Leaves the services that the user named and, unless told otherwise, what they depend on. A
 * service named by hand activates its profiles. Names may be patterns, as in a shell.
 */
public final class Selection {
  /** What is wrong with the dependencies of a service, among services that are active. */
  public interface DependencyCheck {
    List<Diagnostic> findings(String service, ProjectDocument active);
  }

  private final List<String> services;
  private final List<String> profiles;
  private final Sharers sharers;
  private final List<Diagnostic> findings = new ArrayList<>();

  /** Services that run in namespaces of those that are selected. */
  private enum Sharers {
    LEFT_OUT,
    INCLUDED
  }

  /** {@code services} are the names or patterns that the user gave. */
  public Selection(List<String> services, List<String> profiles) {
    this(services, profiles, Sharers.LEFT_OUT);
  }

  private Selection(List<String> services, List<String> profiles, Sharers sharers) {
    this.services = services;
    this.profiles = profiles;
    this.sharers = sharers;
  }

  /**
   * The same, which leaves those as well that share namespaces with what is selected, with all that
   * they depend on: who starts a container anew has to know whom that leaves without.
   */
  public Selection withSharers() {
    return new Selection(services, profiles, Sharers.INCLUDED);
  }

  /** Without what they depend on. */
  public Result<ProjectDocument> alone(ProjectDocument project) {
    ProjectDocument active = active(project);
    return Result.of(narrowed(active, named(active)), findings);
  }

  /** A service that its name activated may need one whose profiles nobody did. */
  public Result<ProjectDocument> withDependencies(ProjectDocument project, DependencyCheck check) {
    ProjectDocument active = active(project);
    Set<String> wanted = named(active);
    addDependencies(wanted, active);
    wanted.forEach(name -> findings.addAll(check.findings(name, active)));
    if (sharers == Sharers.INCLUDED && addSharers(wanted, active)) {
      addDependencies(wanted, active);
    }
    return Result.of(narrowed(active, wanted), findings);
  }

  private ProjectDocument active(ProjectDocument project) {
    List<String> all = profiles(project);
    return Profiles.activeJobs(Profiles.split(project, all), all);
  }

  private Set<String> named(ProjectDocument active) {
    var named = new LinkedHashSet<String>();
    for (String name : services) {
      Set<String> matches = matches(name, active);
      if (matches.isEmpty()) {
        findings.add(unknown(name, active));
      }
      named.addAll(matches);
    }
    return named;
  }

  private List<String> profiles(ProjectDocument project) {
    var all = new ArrayList<>(profiles);
    for (String name : services) {
      Mapping.Entry service = project.disabled().get(name);
      if (service != null) {
        all.addAll(Profiles.of(service));
      }
    }
    return all;
  }

  private static Set<String> matches(String pattern, ProjectDocument project) {
    var glob = Glob.of(pattern);
    var names = new LinkedHashSet<>(project.services().keySet());
    names.removeIf(name -> !glob.matches(name));
    return names;
  }

  private static Diagnostic unknown(String name, ProjectDocument project) {
    if (project.section(ProjectTable.JOBS).containsKey(name)) {
      return Diagnostic.error(
          Code.UNDEFINED_SERVICE, ComposeSentences.JOB_IS_RUN_ONLY, Quote.name(name));
    }
    Diagnostic error =
        Diagnostic.error(
            Code.UNDEFINED_SERVICE, ComposeSentences.NO_SUCH_SERVICE + "%s", Quote.name(name));
    Set<String> names = project.services().keySet();
    Message hint =
        DidYouMean.of(Quote.name(name), names)
            .orElseGet(() ->
                Message.of(
                    "the services are %s",
                    Message.list(
                        "%s", ", ", names.stream().<MessagePart>map(Quote::name).toList())));
    return project.services().isEmpty() ? error : error.hint(hint);
  }

  private static void addDependencies(Set<String> wanted, ProjectDocument project) {
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      for (String name : dependencies(open.removeFirst(), project)) {
        if (project.services().containsKey(name) && wanted.add(name)) {
          open.addLast(name);
        }
      }
    }
  }

  /** Answers whether there are any. */
  private static boolean addSharers(Set<String> wanted, ProjectDocument project) {
    int before = wanted.size();
    int size;
    do {
      size = wanted.size();
      project
          .services()
          .forEach((name, entry) -> {
            if (entry.value() instanceof Mapping service
                && ImpliedDependencies.sharedWith(service).stream().anyMatch(wanted::contains)) {
              wanted.add(name);
            }
          });
    } while (wanted.size() > size);
    return size > before;
  }

  private static Set<String> dependencies(String name, ProjectDocument project) {
    Mapping.Entry service = project.services().get(name);
    return service != null && service.value() instanceof Mapping mapping
        ? WorkloadTable.DEPENDS_ON.in(mapping).map(map -> map.keySet()).orElse(Set.of())
        : Set.of();
  }

  private static ProjectDocument narrowed(ProjectDocument project, Set<String> wanted) {
    var enabled = new LinkedHashMap<String, Mapping.Entry>();
    var disabled = new LinkedHashMap<>(project.disabled());
    project
        .services()
        .forEach((name, entry) -> {
          if (wanted.contains(name)) {
            enabled.put(name, withoutOthers(entry, wanted));
          } else {
            disabled.put(name, entry);
          }
        });
    return project.withServices(enabled, disabled);
  }

  private static Mapping.Entry withoutOthers(Mapping.Entry entry, Set<String> wanted) {
    if (!(entry.value() instanceof Mapping service)
        || !(WorkloadTable.DEPENDS_ON.nodeIn(service).orElse(null)
            instanceof Mapping dependencies)) {
      return entry;
    }
    var kept = new LinkedHashMap<>(dependencies.entries());
    kept.keySet().retainAll(wanted);
    return entry.withValue(
        kept.isEmpty()
            ? WorkloadTable.DEPENDS_ON.removedFrom(service)
            : WorkloadTable.DEPENDS_ON.setIn(service, dependencies.withEntries(kept)));
  }
}
