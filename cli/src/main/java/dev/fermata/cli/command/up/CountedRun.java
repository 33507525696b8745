package dev.fermata.cli.command.up;

import dev.fermata.cli.session.Ending;
import dev.fermata.cli.session.Session;
import dev.fermata.cli.session.Work;
import dev.fermata.model.Project;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.request.Request;
import dev.fermata.planner.request.Target;
import dev.fermata.runner.engine.ObserveRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A run after which there are to be so many containers of services. Another call may want another
 * number at the same time: neither is in the other's way, and what comes of both together is what
 * nobody wants. So each looks again.
 */
record CountedRun(Session session, Work work, List<Scale> scales) {
  private static final int MOST_LOOKS = 4;

  CountedRun {
    scales = List.copyOf(scales);
  }

  Ending of(Request.Up request) {
    String idle = UpProject.idle(request);
    if (scales.isEmpty() || session.globals().dryRun()) {
      return work.run(request, idle);
    }
    for (int i = 0; i < MOST_LOOKS; i++) {
      Ending ending = work.run(request, idle);
      boolean isDone = ending instanceof Ending.Ran ran && ran.report().succeeded();
      if (!isDone || isCounted(request.project())) {
        return ending;
      }
    }
    return Ending.refused(
        "another command gives `%s` another number of containers at the same time"
            .formatted(scales.getFirst().service()),
        "run this one again when that is done");
  }

  private boolean isCounted(Project project) {
    Map<ServiceName, Long> counts =
        session
            .engine()
            .system()
            .observe(ObserveRequest.of(Target.of(project)))
            .containers()
            .stream()
            .filter(container -> !container.oneOff())
            .collect(Collectors.groupingBy(ObservedContainer::service, Collectors.counting()));
    return scales.stream()
        .filter(scale -> project.services().containsKey(scale.service()))
        .allMatch(scale -> counts.getOrDefault(scale.service(), 0L) == scale.replicas());
  }
}
