package dev.fermata.cli.session;

import dev.fermata.model.Project;
import dev.fermata.planner.isolate.CopyPorts;
import dev.fermata.planner.isolate.CopyPorts.Ported;
import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.runner.docker.location.LocalPorts;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.listing.ContainerQuery;
import dev.fermata.runner.engine.listing.ContainerQuery.Reach;
import java.util.List;
import java.util.Set;

/** Which ports of the host a copy gets: the engine says what containers have. */
record FreePorts(Session session) {
  private static final Set<Kind> NOT_TO_BE_ASKED =
      Set.of(Kind.UNREACHABLE, Kind.MISCONFIGURED, Kind.ACCESS_DENIED);

  Ported of(Project project) {
    return CopyPorts.of(project, containers(), LocalPorts::isFree);
  }

  /** Whoever only looks at files needs no engine for it. */
  private List<ObservedContainer> containers() {
    try {
      return session.engine().containers().list(new ContainerQuery(List.of(), Reach.RUNNING));
    } catch (EngineException e) {
      if (NOT_TO_BE_ASKED.contains(e.kind())) {
        return List.of();
      }
      throw e;
    }
  }
}
