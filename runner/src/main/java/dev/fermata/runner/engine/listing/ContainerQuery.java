package dev.fermata.runner.engine.listing;

import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.label.Labels;
import java.util.List;

/** Which containers to list: those with all of the labels, each a name or {@code name=value}. */
public record ContainerQuery(List<String> labels, Reach reach) {

  /** Of which states. */
  public enum Reach {
    /** Those that run, paused and restarting ones included. */
    RUNNING,
    ALL
  }

  public ContainerQuery {
    labels = List.copyOf(labels);
  }

  /** The containers of every project. */
  public static ContainerQuery ofProjects(Reach reach) {
    return new ContainerQuery(List.of(Labels.PROJECT), reach);
  }

  public static ContainerQuery of(ProjectName project, Reach reach) {
    return new ContainerQuery(List.of(Labels.PROJECT + "=" + project), reach);
  }

  /** The containers of a service, one-offs among them. */
  public static ContainerQuery of(ProjectName project, ServiceName service, Reach reach) {
    return new ContainerQuery(
        List.of(Labels.PROJECT + "=" + project, Labels.SERVICE + "=" + service), reach);
  }
}
