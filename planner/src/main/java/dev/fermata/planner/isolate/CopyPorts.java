package dev.fermata.planner.isolate;

import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.digest.Sha256;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.observed.ObservedContainer.ObservedPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Ports of the host for a copy: in place of each that the file names, one that the copy's name, the
 * service and the port in the container decide. One that somebody has moves on to the next, and one
 * that the copy has already stays.
 */
public final class CopyPorts {
  /** Below what engines and kernels hand out by themselves, and below Kubernetes' own. */
  private static final int FIRST = 20_000;

  private static final int COUNT = 10_000;

  /** How far a copy looks for what it has taken before. */
  private static final int NEAR = 100;

  private final Project project;
  private final List<ObservedContainer> containers;
  private final IntPredicate isFree;
  private final Map<String, Integer> chosen = new HashMap<>();
  private final Set<Integer> used = new HashSet<>();
  private final List<String> notes = new ArrayList<>();

  /** The project with its ports, and what the user should know of them. */
  public record Ported(Project project, List<String> notes) {
    public Ported {
      notes = List.copyOf(notes);
    }
  }

  private CopyPorts(Project project, List<ObservedContainer> containers, IntPredicate isFree) {
    this.project = project;
    this.containers = List.copyOf(containers);
    this.isFree = isFree;
  }

  /**
   * {@code containers} are all that the engine has, of whatever project; {@code isFree} says
   * whether no other program of this machine listens on a port.
   */
  public static Ported of(
      Project project, List<ObservedContainer> containers, IntPredicate isFree) {
    var ports = new CopyPorts(project, containers, isFree);
    Project changed = project;
    for (Service service : project.services().values()) {
      changed = Changes.ofService(changed, service.name(), tree -> ports.of(service, tree));
    }
    return new Ported(changed, ports.notes);
  }

  private Mapping of(Service service, Mapping tree) {
    return WorkloadTable.PORTS.nodeIn(tree).orElse(null) instanceof Sequence all
        ? WorkloadTable.PORTS.setIn(
            tree,
            all.mapItems(port -> port instanceof Mapping its ? published(service, its) : port))
        : tree;
  }

  private Node published(Service service, Mapping port) {
    Optional<String> published = PortTable.PUBLISHED.in(port).filter(text -> !text.isEmpty());
    int size = published.map(CopyPorts::size).orElse(0);
    long target = PortTable.TARGET.in(port).orElse(0L);
    if (size == 0 || target == 0) {
      return port;
    }
    String protocol = PortTable.PROTOCOL.in(port).orElse("tcp");
    int first = chosen(service, new Wanted(published.orElseThrow(), (int) target, protocol), size);
    String text = size == 1 ? "" + first : first + "-" + (first + size - 1);
    return PortTable.PUBLISHED.setIn(port, Scalar.string(text, port.span()));
  }

  /** A port as the file has it. */
  private record Wanted(String published, int target, String protocol) {
    /** Of two protocols, or of two addresses, the number is one. */
    String key(Service service) {
      return service.name() + "/" + published + "/" + target;
    }
  }

  private int chosen(Service service, Wanted wanted, int size) {
    Integer known = chosen.get(wanted.key(service));
    if (known != null) {
      return known;
    }
    int first = choose(service, wanted, size);
    chosen.put(wanted.key(service), first);
    IntStream.range(first, first + size).forEach(used::add);
    return first;
  }

  private int choose(Service service, Wanted wanted, int size) {
    int best = hash(wanted.key(service));
    Optional<Integer> kept =
        candidates(best, size)
            .limit(NEAR)
            .filter(port -> isHeld(service, wanted, port, size))
            .boxed()
            .findFirst();
    if (kept.isPresent()) {
      return kept.get();
    }
    int free =
        candidates(best, size)
            .filter(port -> IntStream.range(port, port + size).allMatch(this::isFree))
            .findFirst()
            .orElse(best);
    if (free != best) {
      notes.add(
          "port %d, which this copy has for `%s` %d/%s, is taken%s; it gets %d"
              .formatted(
                  best, service.name(), wanted.target(), wanted.protocol(), by(best, size), free));
    }
    return free;
  }

  /** Each beginning that leaves room behind it, once round from the best. */
  private static IntStream candidates(int best, int size) {
    return IntStream.range(0, COUNT)
        .map(step -> FIRST + (best - FIRST + step) % COUNT)
        .filter(port -> port + size <= FIRST + COUNT);
  }

  private int hash(String key) {
    String hex = Sha256.hex(project.name() + "/" + key);
    return FIRST + (int) (Long.parseLong(hex.substring(0, 12), 16) % COUNT);
  }

  private boolean isHeld(Service service, Wanted wanted, int first, int size) {
    return IntStream.range(first, first + size).noneMatch(used::contains)
        && containers.stream()
            .filter(this::isOurs)
            .filter(container -> container.service().equals(service.name()))
            .flatMap(container -> container.listing().ports().stream())
            .anyMatch(port ->
                port.target() == wanted.target()
                    && port.protocol().equals(wanted.protocol())
                    && port.published() >= first
                    && port.published() < first + size);
  }

  private boolean isOurs(ObservedContainer container) {
    return container.label(Labels.PROJECT).equals(Optional.of(project.name().text()));
  }

  private boolean isFree(int port) {
    return !used.contains(port) && holder(port).isEmpty() && isFree.test(port);
  }

  private Optional<ObservedContainer> holder(int port) {
    return containers.stream()
        .filter(it ->
            it.listing().ports().stream().map(ObservedPort::published).anyMatch(p -> p == port))
        .findFirst();
  }

  private String by(int first, int size) {
    return IntStream.range(first, first + size)
        .boxed()
        .flatMap(port -> holder(port).stream())
        .findFirst()
        .map(holder -> " by container " + holder.name())
        .orElse("");
  }

  /** How many ports a text names; none where it is no port. */
  private static int size(String published) {
    String[] ends = published.split("-", -1);
    if (ends.length > 2 || !ends[0].matches("[1-9]\\d{0,4}")) {
      return 0;
    }
    if (ends.length == 1) {
      return 1;
    }
    return ends[1].matches("[1-9]\\d{0,4}")
        ? Math.max(0, Integer.parseInt(ends[1]) - Integer.parseInt(ends[0]) + 1)
        : 0;
  }
}
