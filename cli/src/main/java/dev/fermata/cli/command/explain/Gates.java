package dev.fermata.cli.command.explain;

import dev.fermata.cli.command.explain.Explanation.Gate;
import dev.fermata.cli.command.explain.Explanation.Standing;
import dev.fermata.model.Dependency;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.ready.Readiness;
import dev.fermata.planner.gate.GateGraph;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.graph.ServiceGraph.Edge;
import dev.fermata.planner.label.DependsOnLabel;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.GateRule;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions;
import dev.fermata.runner.GateTimes;
import dev.fermata.runner.engine.Engine;
import dev.fermata.runner.gate.ContainerLook;
import dev.fermata.runner.gate.ContainerLook.Answer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The gates before a service and behind it: as the files say, else as the labels of what is there.
 */
record Gates(
    Engine engine,
    Target target,
    List<ObservedContainer> containers,
    Map<GateGraph.Gate, Duration> times,
    UpOptions.Gates rules,
    Instant now) {

  static Gates of(Engine engine, Target target, List<ObservedContainer> containers, Rules asked) {
    Map<GateGraph.Gate, Duration> times =
        target
            .project()
            .map(project -> GateGraph.of(project, Set.of(), asked.rules()))
            .map(graph -> GateTimes.of(graph, target.name(), engine))
            .orElse(Map.of());
    return new Gates(engine, target, containers, times, asked.rules(), asked.now());
  }

  /** By which rules gates are judged, and when. */
  record Rules(UpOptions.Gates rules, Instant now) {}

  List<Gate> before(ServiceName service) {
    return edges()
        .filter(edge -> edge.dependant().equals(service))
        .map(edge -> gate(edge, edge.dependency().service()))
        .sorted(Comparator.comparing(Gate::other))
        .toList();
  }

  List<Gate> behind(ServiceName service) {
    return edges()
        .filter(edge -> edge.dependency().service().equals(service))
        .map(edge -> gate(edge, edge.dependant()))
        .sorted(Comparator.comparing(Gate::other))
        .toList();
  }

  private Stream<Edge> edges() {
    return target
        .project()
        .map(Gates::edges)
        .orElseGet(() ->
            containers.stream()
                .flatMap(it ->
                    DependsOnLabel.parse(it).stream().map(needed -> new Edge(it.service(), needed)))
                .distinct());
  }

  private static Stream<Edge> edges(Project project) {
    var graph = ServiceGraph.of(project);
    return graph.order().stream()
        .flatMap(name -> graph.dependencies(name).stream().map(needed -> new Edge(name, needed)));
  }

  private Gate gate(Edge edge, ServiceName other) {
    Dependency needed = edge.dependency();
    Optional<GateRule> rule = GateRule.of(needed, rules);
    return new Gate(other, rule, needed.required(), standing(needed.service(), rule), waited(edge));
  }

  /** How long it held the last run up. */
  private Optional<Duration> waited(Edge edge) {
    return times.entrySet().stream()
        .filter(entry -> entry.getKey().dependant().equals(edge.dependant()))
        .filter(entry -> entry.getKey().service().equals(edge.dependency().service()))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  /** All containers count: one that shuts it decides, else one that is not so far yet. */
  private Standing standing(ServiceName service, Optional<GateRule> rule) {
    List<ObservedContainer> there =
        containers.stream().filter(it -> it.service().equals(service)).toList();
    var worst = new Standing(new Answer.Open(), there.stream().findFirst());
    for (ObservedContainer container : there) {
      ContainerLook look = ContainerLook.at(engine, container.id(), now);
      Answer answer = rule.isPresent() ? answer(look, rule.get(), service) : look.answerToStart();
      if (answer instanceof Answer.Shut) {
        return new Standing(answer, Optional.of(container));
      }
      if (answer instanceof Answer.NotYet) {
        worst = new Standing(answer, Optional.of(container));
      }
    }
    return there.isEmpty() ? new Standing(new Answer.NotYet(), Optional.empty()) : worst;
  }

  /** Whoever interrupts this does not want to know. */
  private Answer answer(ContainerLook look, GateRule rule, ServiceName service) {
    try {
      return look.answer(rule, readiness(service));
    } catch (InterruptedException left) {
      Thread.currentThread().interrupt();
      return new Answer.NotYet();
    }
  }

  private Optional<Readiness> readiness(ServiceName service) {
    return target
        .project()
        .flatMap(project -> Optional.ofNullable(project.services().get(service)))
        .flatMap(Service::readiness);
  }
}
