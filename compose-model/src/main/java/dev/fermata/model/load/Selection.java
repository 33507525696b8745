package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.WorkloadTable;
import dev.fermata.model.source.Suggestion;
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
final class Selection {
  private final Setting setting;
  private final List<Diagnostic> findings = new ArrayList<>();

  private Selection(Setting setting) {
    this.setting = setting;
  }

  static Result<Stack> select(Stack stack, Setting setting) {
    if (setting.services().isEmpty()) {
      return Result.of(
          setting.is(LoadRequest.Variant.ALL_JOBS)
              ? stack
              : Profiles.activeJobs(stack, setting.profiles()));
    }
    return new Selection(setting).select(stack);
  }

  private Result<Stack> select(Stack stack) {
    List<String> profiles = profiles(stack);
    Stack active = Profiles.activeJobs(Profiles.split(stack, profiles), profiles);
    var wanted = new LinkedHashSet<String>();
    for (String name : setting.services()) {
      Set<String> matches = matches(name, active);
      if (matches.isEmpty()) {
        findings.add(unknown(name, active));
      }
      wanted.addAll(matches);
    }
    if (!setting.is(LoadRequest.Variant.NO_DEPENDENCIES)) {
      addDependencies(wanted, active);
      wanted.forEach(name -> checkDependencies(name, active));
    }
    return Result.of(narrowed(active, wanted), findings);
  }

  private List<String> profiles(Stack stack) {
    var profiles = new ArrayList<>(setting.profiles());
    for (String name : setting.services()) {
      Mapping.Entry service = stack.disabled().get(name);
      if (service != null) {
        profiles.addAll(Profiles.of(service));
      }
    }
    return profiles;
  }

  private static Set<String> matches(String pattern, Stack stack) {
    var glob = Glob.of(pattern);
    var names = new LinkedHashSet<>(stack.services().keySet());
    names.removeIf(name -> !glob.matches(name));
    return names;
  }

  private static Diagnostic unknown(String name, Stack stack) {
    Diagnostic error =
        Diagnostic.error(Code.UNDEFINED_SERVICE, ComposeSentences.noSuchService(name));
    String hint =
        Suggestion.closest(name, stack.services().keySet())
            .map(near -> "did you mean `" + near + "`?")
            .orElseGet(() -> "the services are " + String.join(", ", stack.services().keySet()));
    return stack.services().isEmpty() ? error : error.hint(hint);
  }

  private static void addDependencies(Set<String> wanted, Stack stack) {
    Deque<String> open = new ArrayDeque<>(wanted);
    while (!open.isEmpty()) {
      for (String name : dependencies(open.removeFirst(), stack)) {
        if (stack.services().containsKey(name) && wanted.add(name)) {
          open.addLast(name);
        }
      }
    }
  }

  /** A service that its name activated may need one whose profiles nobody did. */
  private void checkDependencies(String name, Stack active) {
    Mapping.Entry entry = active.services().get(name);
    if (entry != null
        && entry.value() instanceof Mapping service
        && !setting.is(LoadRequest.Variant.NO_CONSISTENCY)) {
      DependencyRules.check(new Subject(name, entry.keySpan(), service, findings), active);
    }
  }

  private static Set<String> dependencies(String name, Stack stack) {
    Mapping.Entry service = stack.services().get(name);
    return service != null && service.value() instanceof Mapping mapping
        ? WorkloadTable.DEPENDS_ON.in(mapping).map(map -> map.keySet()).orElse(Set.of())
        : Set.of();
  }

  private static Stack narrowed(Stack stack, Set<String> wanted) {
    var enabled = new LinkedHashMap<String, Mapping.Entry>();
    var disabled = new LinkedHashMap<>(stack.disabled());
    stack
        .services()
        .forEach((name, entry) -> {
          if (wanted.contains(name)) {
            enabled.put(name, withoutOthers(entry, wanted));
          } else {
            disabled.put(name, entry);
          }
        });
    return stack.withServices(enabled, disabled);
  }

  private static Mapping.Entry withoutOthers(Mapping.Entry entry, Set<String> wanted) {
    if (!(entry.value() instanceof Mapping service)
        || !(service.get("depends_on").orElse(null) instanceof Mapping dependencies)) {
      return entry;
    }
    var kept = new LinkedHashMap<>(dependencies.entries());
    kept.keySet().retainAll(wanted);
    return entry.withValue(
        kept.isEmpty()
            ? service.without("depends_on")
            : service.with("depends_on", dependencies.withEntries(kept)));
  }
}
