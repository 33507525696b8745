package dev.fermata.cli.text.graph;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.GateGraph.Gate;

/** The language of Graphviz. Names of projects and services need no escapes. */
public final class GraphDot {
  private GraphDot() {}

  public static String of(ProjectName project, GateTimeline timeline) {
    var text = new StringBuilder("digraph \"" + project + "\" {\n");
    text.append("  rankdir=LR;\n  node [shape=box];\n");
    for (ServiceName service : timeline.graph().services()) {
      text.append("  \"").append(service).append("\";\n");
    }
    timeline.graph().gates().forEach(gate -> text.append(line(gate, timeline)));
    return text.append("}\n").toString();
  }

  private static String line(Gate gate, GateTimeline timeline) {
    return "  \"%s\" -> \"%s\" [label=\"%s\"%s%s];\n"
        .formatted(
            gate.dependant(),
            gate.service(),
            timeline.label(gate),
            gate.required() ? "" : ", style=dashed",
            timeline.isCritical(gate) ? ", color=red, penwidth=2" : "");
  }
}
