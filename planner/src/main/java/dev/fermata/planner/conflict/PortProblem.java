package dev.fermata.planner.conflict;

import dev.fermata.model.source.Span;
import dev.fermata.planner.plan.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is wrong with one port of the host; {@code {}} stands for it in the message. A range in a
 * file is many ports with one problem, which is told once.
 */
record PortProblem(String message, String hint, List<Span> places, HostPort port) {

  /** Neighbours that follow each other in the file, and of which the same is to be said. */
  private record Range(PortProblem first, HostPort last) {
    boolean goesOnWith(PortProblem next) {
      return last.isFollowedBy(next.port);
    }

    Problem problem() {
      String ports = first.port.to(last);
      return new Problem(first.message.replace("{}", ports), first.hint, first.places);
    }
  }

  PortProblem {
    places = List.copyOf(places);
  }

  static List<Problem> folded(Collection<PortProblem> problems) {
    Map<List<Object>, List<Range>> ranges = new LinkedHashMap<>();
    for (PortProblem problem : problems) {
      var alike = List.<Object>of(problem.message, problem.hint, problem.places);
      List<Range> of = ranges.computeIfAbsent(alike, key -> new ArrayList<>());
      if (!of.isEmpty() && of.getLast().goesOnWith(problem)) {
        of.set(of.size() - 1, new Range(of.getLast().first(), problem.port));
      } else {
        of.add(new Range(problem, problem.port));
      }
    }
    return ranges.values().stream().flatMap(List::stream).map(Range::problem).toList();
  }
}
