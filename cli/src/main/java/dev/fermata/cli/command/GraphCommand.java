package dev.fermata.cli.command;

import dev.fermata.cli.grammar.Arguments;
import dev.fermata.cli.grammar.Flag;
import dev.fermata.cli.session.Command;
import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.GateFlag;
import dev.fermata.cli.session.KnownServices;
import dev.fermata.cli.session.Projects;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.text.graph.GateTimeline;
import dev.fermata.cli.text.graph.GraphDot;
import dev.fermata.cli.text.graph.GraphMermaid;
import dev.fermata.cli.text.graph.GraphTree;
import dev.fermata.model.Project;
import dev.fermata.planner.gate.GateGraph;
import dev.fermata.planner.gate.GateGraph.Gate;
import dev.fermata.planner.graph.ServiceGraph;
import dev.fermata.planner.plan.Problem;
import dev.fermata.planner.request.Target;
import dev.fermata.planner.request.UpOptions.Gates;
import dev.fermata.runner.GateTimes;
import dev.fermata.runner.engine.EngineException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Draws what waits for what; where containers are there, how long it did. Needs no engine. */
final class GraphCommand implements Command {
  private static final Flag<String> FORMAT =
      Flag.oneOf(List.of("tree", "dot", "mermaid"), "FORMAT", "tree, dot or mermaid", "--format");
  private static final Flag<Boolean> ALL_GATES =
      Flag.off("Gates as well that others see to", "--all-gates");

  @Override
  public String summary() {
    return "Draw which service waits for which, and the critical path of the last run";
  }

  @Override
  public List<Example> examples() {
    return List.of(
        new Example("graph", "Who waits for whom, and what took longest at the last `up`"),
        new Example("graph --format mermaid", "A picture for a README"));
  }

  @Override
  public List<Flag<?>> flags() {
    return List.of(FORMAT, ALL_GATES, GateFlag.GATE);
  }

  @Override
  public Call read(Arguments given) {
    String format = given.get(FORMAT);
    boolean all = given.has(ALL_GATES);
    Optional<Gates> gates = given.get(GateFlag.GATE);
    return session -> {
      Project project = new Projects(session).read(given.operands(), Set.of());
      List<Problem> problems = ServiceGraph.of(project).problems();
      if (!problems.isEmpty()) {
        return new Ending.Unplanned(problems);
      }
      var named = KnownServices.of(session, Target.of(project), given.operands());
      GateGraph whole = GateGraph.of(project, named, GateFlag.of(gates, session));
      GateGraph graph = all ? whole : whole.reduced();
      var timeline = GateTimeline.of(graph, times(session, project, whole));
      session.out().print(text(format, project, timeline));
      return Ending.SUCCEEDED;
    };
  }

  private static String text(String format, Project project, GateTimeline timeline) {
    return switch (format) {
      case "dot" -> GraphDot.of(project.name(), timeline);
      case "mermaid" -> GraphMermaid.of(timeline);
      default -> GraphTree.of(timeline);
    };
  }

  /** A picture of the files is worth having without an engine too. */
  private static Map<Gate, Duration> times(Session session, Project project, GateGraph graph) {
    try {
      return GateTimes.of(graph, project.name(), session.engine());
    } catch (EngineException e) {
      return switch (e.kind()) {
        case UNREACHABLE, MISCONFIGURED, ACCESS_DENIED -> Map.of();
        default -> throw e;
      };
    }
  }
}
