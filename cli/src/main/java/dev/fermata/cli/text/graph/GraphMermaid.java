package dev.fermata.cli.text.graph;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.GateGraph.Gate;
import java.util.ArrayList;
import java.util.List;

/**
 * The language of Mermaid, whose words (such as {@code end}) no name may be: nodes have numbers.
 */
public final class GraphMermaid {
  private GraphMermaid() {}

  public static String of(GateTimeline timeline) {
    var text = new StringBuilder("flowchart LR\n");
    List<ServiceName> services = new ArrayList<>(timeline.graph().services());
    for (int i = 0; i < services.size(); i++) {
      text.append("  s%d[\"%s\"]\n".formatted(i, services.get(i)));
    }
    for (Gate gate : timeline.graph().gates()) {
      int from = services.indexOf(gate.dependant());
      int to = services.indexOf(gate.service());
      text.append(
          "  s%d %s|\"%s\"| s%d\n"
              .formatted(from, arrow(gate, timeline), timeline.label(gate), to));
    }
    return text.toString();
  }

  private static String arrow(Gate gate, GateTimeline timeline) {
    if (timeline.isCritical(gate)) {
      return "==>";
    }
    return gate.required() ? "-->" : "-.->";
  }
}
