package dev.fermata.runner.watch;

import dev.fermata.model.Mount;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.WatchTrigger;
import dev.fermata.model.WatchTrigger.Action;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.planner.request.UpOptions.Building;
import dev.fermata.runner.watch.PathFilter.Context;
import dev.fermata.runner.watch.file.WatchedPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a watch is about: the triggers of some services; {@code warnings} are for the user. */
public record WatchRules(List<WatchRule> rules, List<String> warnings) {
  public WatchRules {
    rules = List.copyOf(rules);
    warnings = List.copyOf(warnings);
  }

  /** Fails with a {@link WatchRefusal} where there is nothing to watch, or no way to act on it. */
  public static WatchRules of(Project project, Collection<ServiceName> services, Building builds) {
    var rules = new ArrayList<WatchRule>();
    var warnings = new ArrayList<String>();
    for (ServiceName name : services) {
      Service service = project.service(name);
      requireBuild(service, builds);
      Context context = Context.of(service.build());
      for (WatchTrigger trigger : service.watch()) {
        WatchRule rule = WatchRule.of(service, trigger, context);
        if (trigger.action().syncs() && isMounted(rule, service)) {
          warnings.add(ComposeSentences.alsoBindMounted(trigger.path()));
        } else {
          rules.add(rule);
        }
      }
    }
    if (rules.isEmpty()) {
      throw new WatchRefusal(
          ComposeSentences.NOTHING_TO_WATCH,
          "add `develop` with a `watch` to a service: its `path`, and the `action` of a change");
    }
    return new WatchRules(rules, warnings);
  }

  private static void requireBuild(Service service, Building builds) {
    if (service.watch().stream().noneMatch(trigger -> trigger.action() == Action.REBUILD)) {
      return;
    }
    if (!service.isBuilt()) {
      throw new WatchRefusal(
          ComposeSentences.watchWithoutBuild(service.name()),
          "give `%s` a `build`, or the trigger another `action`".formatted(service.name()));
    }
    if (builds == Building.NEVER) {
      throw new WatchRefusal(
          ComposeSentences.watchWithoutBuilding(service.name()), "leave out `--no-build`");
    }
  }

  /** What is mounted is there already; a child named {@code ..x} is in the folder all the same. */
  private static boolean isMounted(WatchRule rule, Service service) {
    return service.storage().mounts().stream()
        .filter(Mount.Bind.class::isInstance)
        .map(mount -> RealPath.of(Path.of(((Mount.Bind) mount).source())))
        .anyMatch(rule.root()::startsWith);
  }

  List<WatchedPath> paths() {
    return rules.stream().map(WatchRule::watched).toList();
  }

  /** What these changes ask for, by service. */
  SortedMap<ServiceName, ServiceChanges> of(Set<Path> changed) {
    var all = new HashMap<ServiceName, List<ServiceChanges>>();
    for (Path path : changed) {
      for (WatchRule rule : rules) {
        if (rule.matches(path)) {
          all.computeIfAbsent(rule.service(), key -> new ArrayList<>())
              .add(ServiceChanges.of(rule, path));
        }
      }
    }
    return merged(all);
  }

  private static SortedMap<ServiceName, ServiceChanges> merged(
      Map<ServiceName, List<ServiceChanges>> all) {
    var merged = new TreeMap<ServiceName, ServiceChanges>();
    all.forEach((service, parts) -> merged.put(service, ServiceChanges.all(parts)));
    return merged;
  }

  /** The files that are to be in the containers from the beginning, by service. */
  SortedMap<ServiceName, ServiceChanges> initial() {
    var all = new HashMap<ServiceName, List<ServiceChanges>>();
    for (WatchRule rule : rules) {
      if (rule.trigger().initialSync() && rule.trigger().action().syncs()) {
        SortedMap<String, Path> files = InitialFiles.of(rule);
        all.computeIfAbsent(rule.service(), key -> new ArrayList<>())
            .add(new ServiceChanges(files, Set.of(), List.of()));
      }
    }
    return merged(all);
  }

  SortedSet<ServiceName> services() {
    var services = new TreeSet<ServiceName>();
    rules.forEach(rule -> services.add(rule.service()));
    return services;
  }
}
