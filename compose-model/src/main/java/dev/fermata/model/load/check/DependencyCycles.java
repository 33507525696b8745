package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * Services, or jobs, that wait for each other in a circle. A chain may be as long as there are
 * services.
 */
public final class DependencyCycles {
  /** The services of a circle that a message names. */
  private static final int MOST_SHOWN = 20;

  /** A service on the way, and what of its dependencies has not been followed yet. */
  private record Step(String service, Iterator<Map.Entry<String, Mapping.Entry>> rest) {}

  /** A service of a circle, and the place where it says what it waits for. */
  private record Link(String service, Span next) {}

  private final Map<String, Mapping.Entry> workloads;
  private final MessagePart noun;
  private final Set<String> done = new HashSet<>();

  /** The services on the way, and the dependency by which each is left. */
  private final SequencedMap<String, Link> way = new LinkedHashMap<>();

  private DependencyCycles(Map<String, Mapping.Entry> workloads, String noun) {
    this.workloads = workloads;
    this.noun = Quote.word(noun);
  }

  /** The first circle in the order of names, as the chain that makes it. */
  static Optional<Diagnostic> ofServices(Map<String, Mapping.Entry> services) {
    return new DependencyCycles(services, "service").find();
  }

  /** The same among jobs: a doubt, as nothing that runs waits for one. */
  public static Optional<Diagnostic> ofJobs(Map<String, Mapping.Entry> jobs) {
    return new DependencyCycles(jobs, "job").find().map(Diagnostic::asWarning);
  }

  private Optional<Diagnostic> find() {
    return new TreeMap<>(workloads)
        .keySet().stream().flatMap(name -> from(name).stream()).findFirst();
  }

  private Optional<Diagnostic> from(String service) {
    Deque<Step> steps = new ArrayDeque<>();
    enter(service, steps);
    while (!steps.isEmpty()) {
      Step step = steps.getLast();
      if (!step.rest().hasNext()) {
        way.remove(step.service());
        steps.removeLast();
        continue;
      }
      Map.Entry<String, Mapping.Entry> dependency = step.rest().next();
      way.put(step.service(), new Link(step.service(), dependency.getValue().keySpan()));
      if (way.containsKey(dependency.getKey())) {
        return Optional.of(report(dependency.getKey()));
      }
      enter(dependency.getKey(), steps);
    }
    return Optional.empty();
  }

  private void enter(String service, Deque<Step> steps) {
    if (done.add(service)) {
      steps.addLast(new Step(service, dependencies(service).entrySet().iterator()));
    }
  }

  private Map<String, Mapping.Entry> dependencies(String service) {
    Mapping.Entry entry = workloads.get(service);
    return entry != null
            && entry.value() instanceof Mapping mapping
            && mapping.get(WorkloadTable.DEPENDS_ON.name()).orElse(null)
                instanceof Mapping dependencies
        ? dependencies.entries()
        : Map.of();
  }

  /** The circle that ends where it started, at a service on the way. */
  private Diagnostic report(String end) {
    List<Link> circle = List.copyOf(way.values());
    circle = circle.subList(List.copyOf(way.keySet()).indexOf(end), circle.size());
    Message message =
        circle.size() == 1
            ? Message.of("%s `%s` waits for itself", noun, Quote.name(end))
            : Message.of("%ss wait for each other in a circle: %s", noun, chain(circle, end));
    Span first = circle.get(0).next();
    Diagnostic error = Diagnostic.error(Code.DEPENDENCY_CYCLE, first, message);
    for (Link link : circle.subList(1, Math.min(MOST_SHOWN, circle.size()))) {
      error = error.related(link.next(), "`%s` waits here", Quote.name(link.service()));
    }
    return error;
  }

  private static Message chain(List<Link> circle, String end) {
    var chain = new ArrayList<MessagePart>();
    for (Link link : circle.subList(0, Math.min(MOST_SHOWN, circle.size()))) {
      chain.add(Message.of("`%s`", Quote.name(link.service())));
    }
    int others = circle.size() - MOST_SHOWN;
    if (others > 0) {
      chain.add(Message.of("... (%s more)", Quote.number(others)));
    }
    chain.add(Message.of("`%s`", Quote.name(end)));
    return Message.list("%s", " -> ", chain);
  }
}
