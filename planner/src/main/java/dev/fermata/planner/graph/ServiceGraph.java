package dev.fermata.planner.graph;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.DependsOnLabel;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jgrapht.Graph;
import org.jgrapht.alg.cycle.CycleDetector;
import org.jgrapht.graph.DefaultDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Which service needs which: an edge leads from a dependant to what it depends on, and carries how.
 * Services without a place in the graph (disabled, or not in the project) have no edges.
 */
public final class ServiceGraph {

  /** An edge; its identity is the pair of services. */
  public record Edge(ServiceName dependant, Dependency dependency) {
    @Override
    public boolean equals(Object other) {
      return other instanceof Edge edge
          && dependant.equals(edge.dependant)
          && dependency.service().equals(edge.dependency.service());
    }

    @Override
    public int hashCode() {
      return 31 * dependant.hashCode() + dependency.service().hashCode();
    }
  }

  private final Graph<ServiceName, Edge> graph;
  private final List<ServiceName> order;

  /** Services that need each other in turn, the first one at the end again; mostly none. */
  private final List<ServiceName> cycle;

  private ServiceGraph(Graph<ServiceName, Edge> graph, List<ServiceName> cycle) {
    this.graph = graph;
    this.cycle = cycle;
    this.order = cycle.isEmpty() ? dependenciesFirst(graph) : byName(graph);
  }

  /** The enabled services of a project. One with {@link #problems} has no order to go by. */
  public static ServiceGraph of(Project project) {
    Graph<ServiceName, Edge> graph = empty();
    project.services().keySet().forEach(graph::addVertex);
    project
        .services()
        .forEach((name, service) -> connect(graph, name, service.lifecycle().dependencies()));
    project
        .services()
        .forEach((name, service) -> connect(graph, name, Partners.dependencies(project, service)));
    return new ServiceGraph(graph, cycle(graph));
  }

  /** That there is no order, where there is none. */
  public List<Problem> problems() {
    if (cycle.isEmpty()) {
      return List.of();
    }
    String chain = cycle.stream().map(ServiceName::text).collect(joining(" -> "));
    return List.of(
        new Problem(
            "services depend on each other in a circle: " + chain,
            "take one of these dependencies away"));
  }

  /**
   * What the project tells, where there is one, and beside it the labels of containers. Those of
   * different ages may contradict each other, so an edge that would close a cycle is left out.
   */
  public static ServiceGraph of(
      Optional<Project> project, Collection<ObservedContainer> containers) {
    Optional<ServiceGraph> told = project.map(ServiceGraph::of);
    Graph<ServiceName, Edge> graph = told.map(ServiceGraph::copy).orElseGet(ServiceGraph::empty);
    containers.stream().map(ObservedContainer::service).sorted().forEach(graph::addVertex);
    containers.stream()
        .sorted(Comparator.comparing(ObservedContainer::name))
        .forEach(container -> connectAcyclic(graph, container));
    return new ServiceGraph(graph, told.map(it -> it.cycle).orElse(List.of()));
  }

  private static Graph<ServiceName, Edge> empty() {
    return new DefaultDirectedGraph<>(Edge.class);
  }

  private Graph<ServiceName, Edge> copy() {
    Graph<ServiceName, Edge> same = empty();
    graph.vertexSet().forEach(same::addVertex);
    graph.edgeSet().forEach(edge -> addEdge(same, edge));
    return same;
  }

  private static void connect(
      Graph<ServiceName, Edge> graph, ServiceName from, List<Dependency> dependencies) {
    for (Dependency dependency : dependencies) {
      if (graph.containsVertex(dependency.service())) {
        addEdge(graph, new Edge(from, dependency));
      }
    }
  }

  private static void addEdge(Graph<ServiceName, Edge> graph, Edge edge) {
    ServiceName to = edge.dependency().service();
    graph.addEdge(edge.dependant(), to, edge);
  }

  private static void connectAcyclic(Graph<ServiceName, Edge> graph, ObservedContainer container) {
    for (Dependency dependency : DependsOnLabel.parse(container)) {
      ServiceName to = dependency.service();
      if (graph.containsVertex(to)
          && !graph.containsEdge(container.service(), to)
          && !reaches(graph, to, container.service())) {
        addEdge(graph, new Edge(container.service(), dependency));
      }
    }
  }

  private static boolean reaches(
      Graph<ServiceName, Edge> graph, ServiceName from, ServiceName target) {
    return reach(Set.of(from), name -> below(graph, name)).contains(target);
  }

  private static List<ServiceName> cycle(Graph<ServiceName, Edge> graph) {
    NavigableSet<ServiceName> inCycles = new TreeSet<>(new CycleDetector<>(graph).findCycles());
    if (inCycles.isEmpty()) {
      return List.of();
    }
    SequencedSet<ServiceName> seen = new LinkedHashSet<>();
    ServiceName at = inCycles.first();
    while (seen.add(at)) {
      at = below(graph, at).stream().filter(inCycles::contains).findFirst().orElseThrow();
    }
    List<ServiceName> chain = new ArrayList<>(seen);
    chain.add(at);
    return List.copyOf(chain.subList(chain.indexOf(at), chain.size()));
  }

  private static List<ServiceName> byName(Graph<ServiceName, Edge> graph) {
    return graph.vertexSet().stream().sorted().toList();
  }

  private static List<ServiceName> dependenciesFirst(Graph<ServiceName, Edge> graph) {
    var iterator =
        new TopologicalOrderIterator<>(graph, Comparator.<ServiceName>naturalOrder().reversed());
    List<ServiceName> order = new ArrayList<>(graph.vertexSet().size());
    iterator.forEachRemaining(order::addFirst);
    return List.copyOf(order);
  }

  private static SortedSet<ServiceName> below(Graph<ServiceName, Edge> graph, ServiceName name) {
    SortedSet<ServiceName> found = new TreeSet<>();
    if (graph.containsVertex(name)) {
      graph.outgoingEdgesOf(name).forEach(edge -> found.add(edge.dependency().service()));
    }
    return found;
  }

  /** All services, what is depended on first; among equals by name. */
  public List<ServiceName> order() {
    return order;
  }

  /** What a service depends on, and how; sorted by name. */
  public List<Dependency> dependencies(ServiceName service) {
    if (!graph.containsVertex(service)) {
      return List.of();
    }
    return graph.outgoingEdgesOf(service).stream()
        .map(Edge::dependency)
        .sorted(Comparator.comparing(Dependency::service))
        .toList();
  }

  /** The edges that end at a service, by the name of the dependant. */
  public List<Edge> dependants(ServiceName service) {
    if (!graph.containsVertex(service)) {
      return List.of();
    }
    return graph.incomingEdgesOf(service).stream()
        .sorted(Comparator.comparing(Edge::dependant))
        .toList();
  }

  /** The services and everything that they depend on. */
  public SortedSet<ServiceName> withDependencies(Set<ServiceName> services) {
    return reach(services, name -> below(graph, name));
  }

  /** The services and everything that depends on them. */
  public SortedSet<ServiceName> withDependants(Set<ServiceName> services) {
    return reach(services, name -> dependants(name).stream().map(Edge::dependant).toList());
  }

  private static SortedSet<ServiceName> reach(
      Set<ServiceName> from, Function<ServiceName, Collection<ServiceName>> next) {
    SortedSet<ServiceName> reached = new TreeSet<>(from);
    Deque<ServiceName> open = new ArrayDeque<>(from);
    while (!open.isEmpty()) {
      for (ServiceName name : next.apply(open.remove())) {
        if (reached.add(name)) {
          open.add(name);
        }
      }
    }
    return reached;
  }
}
