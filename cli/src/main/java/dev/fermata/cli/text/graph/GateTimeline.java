package dev.fermata.cli.text.graph;

import dev.fermata.cli.text.Elapsed;
import dev.fermata.planner.gate.GateGraph;
import dev.fermata.planner.gate.GateGraph.Gate;
import dev.fermata.planner.plan.GateRule;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** What is to be drawn: the gates, how long each was waited for, and the critical path. */
public record GateTimeline(GateGraph graph, Map<Gate, Duration> times, Set<Gate> critical) {

  public GateTimeline {
    times = Map.copyOf(times);
    critical = Set.copyOf(critical);
  }

  /** {@code times} has what is known. */
  public static GateTimeline of(GateGraph graph, Map<Gate, Duration> times) {
    Set<Gate> critical = graph.critical(gate -> times.getOrDefault(gate, Duration.ZERO));
    return new GateTimeline(graph, times, critical);
  }

  /** {@code healthy after 2.4s}, {@code ready by tcp 5432}. */
  String label(Gate gate) {
    String rule = gate.rule().map(GateTimeline::word).orElse("started");
    Duration time = times.getOrDefault(gate, Duration.ZERO);
    String after = time.isZero() ? "" : " after " + Elapsed.text(time);
    String by = gate.readiness().map(readiness -> " by " + readiness.text()).orElse("");
    return rule + by + after + (gate.required() ? "" : ", optional");
  }

  boolean isCritical(Gate gate) {
    return critical.contains(gate);
  }

  private static String word(GateRule rule) {
    return switch (rule) {
      case HEALTHY -> "healthy";
      case COMPLETED -> "completed";
      case READY, READY_OR_COMPLETED -> "ready";
    };
  }
}
