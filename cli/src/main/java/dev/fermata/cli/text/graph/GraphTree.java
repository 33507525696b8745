package dev.fermata.cli.text.graph;

import dev.fermata.model.ServiceName;
import dev.fermata.planner.GateGraph.Gate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each service above what it waits for. What a service needs is shown where it comes up first. */
public final class GraphTree {
  private final GateTimeline timeline;
  private final StringBuilder text = new StringBuilder();
  private final Set<ServiceName> shown = new HashSet<>();

  private GraphTree(GateTimeline timeline) {
    this.timeline = timeline;
  }

  public static String of(GateTimeline timeline) {
    return new GraphTree(timeline).text();
  }

  private String text() {
    for (ServiceName root : timeline.graph().roots()) {
      text.append(root).append('\n');
      below(root, "");
    }
    if (!timeline.critical().isEmpty()) {
      text.append("* the critical path\n");
    }
    return text.toString();
  }

  private void below(ServiceName service, String indent) {
    shown.add(service);
    List<Gate> gates = timeline.graph().before(service);
    for (Gate gate : gates) {
      boolean last = gate.equals(gates.getLast());
      text.append(indent).append(last ? "└── " : "├── ").append(line(gate)).append('\n');
      if (!shown.contains(gate.service())) {
        below(gate.service(), indent + (last ? "    " : "│   "));
      }
    }
  }

  private String line(Gate gate) {
    boolean isAbove =
        shown.contains(gate.service()) && !timeline.graph().before(gate.service()).isEmpty();
    return gate.service()
        + ": "
        + timeline.label(gate)
        + (timeline.isCritical(gate) ? " *" : "")
        + (isAbove ? " (see above)" : "");
  }
}
