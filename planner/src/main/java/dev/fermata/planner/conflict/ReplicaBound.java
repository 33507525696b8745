package dev.fermata.planner.conflict;

import dev.fermata.model.Service;
import dev.fermata.planner.plan.Problem;
import java.util.Collection;
import java.util.List;

/**
 * How many containers of one service are planned at most: a slip of the finger must not take all
 * memory before the engine is asked for the first one.
 */
public final class ReplicaBound {
  private static final int MOST = 10_000;

  private ReplicaBound() {}

  public static List<Problem> problems(Collection<Service> services) {
    return services.stream()
        .filter(service -> service.lifecycle().replicas() > MOST)
        .map(ReplicaBound::tooMany)
        .toList();
  }

  private static Problem tooMany(Service service) {
    String message =
        "`%s` is to have %d containers, and no engine runs that many"
            .formatted(service.name(), service.lifecycle().replicas());
    return new Problem(message, "`scale` can be %d at most".formatted(MOST));
  }
}
