package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Services that wait for each other in a circle. */
final class DependencyCycles {

  /** A service on the way, and the place where it says what it waits for. */
  private record Link(String service, Span next) {}

  private final Stack stack;
  private final Set<String> done = new HashSet<>();
  private final List<Link> way = new ArrayList<>();

  private DependencyCycles(Stack stack) {
    this.stack = stack;
  }

  /** The first circle in the order of names, as the chain that makes it. */
  static Optional<Diagnostic> find(Stack stack) {
    var cycles = new DependencyCycles(stack);
    return new TreeMap<>(stack.services())
        .keySet().stream().flatMap(name -> cycles.from(name).stream()).findFirst();
  }

  private Optional<Diagnostic> from(String service) {
    int start = onWay(service);
    if (start >= 0) {
      return Optional.of(report(way.subList(start, way.size()), service));
    }
    if (!done.add(service)) {
      return Optional.empty();
    }
    for (var dependency : dependencies(service).entrySet()) {
      way.add(new Link(service, dependency.getValue().keySpan()));
      Optional<Diagnostic> found = from(dependency.getKey());
      way.remove(way.size() - 1);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private int onWay(String service) {
    for (int i = 0; i < way.size(); i++) {
      if (way.get(i).service().equals(service)) {
        return i;
      }
    }
    return -1;
  }

  private Map<String, Mapping.Entry> dependencies(String service) {
    Mapping.Entry entry = stack.services().get(service);
    return entry != null
            && entry.value() instanceof Mapping mapping
            && mapping.get(WorkloadTable.DEPENDS_ON.name()).orElse(null)
                instanceof Mapping dependencies
        ? dependencies.entries()
        : Map.of();
  }

  private static Diagnostic report(List<Link> circle, String end) {
    var chain = new StringBuilder();
    circle.forEach(link -> chain.append('`').append(link.service()).append("` -> "));
    String message =
        circle.size() == 1
            ? "service `" + end + "` waits for itself"
            : "services wait for each other in a circle: " + chain + "`" + end + "`";
    Span first = circle.get(0).next();
    Diagnostic error = Diagnostic.error(Code.DEPENDENCY_CYCLE, first, message);
    for (Link link : circle.subList(1, circle.size())) {
      error = error.related(link.next(), "`" + link.service() + "` waits here");
    }
    return error;
  }
}
