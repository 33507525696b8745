package dev.fermata.planner.decision;

import dev.fermata.planner.observed.ObservedContainer;
import dev.fermata.planner.plan.Reason;
import java.util.Optional;

/** What is to become of one container of a service. */
public sealed interface Decision {

  /** The container that is there. */
  Optional<ObservedContainer> there();

  /** A decision that leaves a container of the service behind. */
  sealed interface Lasting extends Decision {}

  /** A lasting decision after which the container has been started anew. */
  sealed interface Starting extends Lasting {}

  /** A starting decision of a container that is not there yet, and its name in the end. */
  sealed interface Making extends Starting {
    String name();
  }

  record Create(String name, int number) implements Making {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.empty();
    }
  }

  record Keep(ObservedContainer container) implements Lasting {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }

  record Start(ObservedContainer container, Reason reason) implements Starting {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }

  /** It runs, and has to be stopped and started again. */
  record Restart(ObservedContainer container, Reason reason) implements Starting {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }

  /** Its successor is made before it goes. */
  record Recreate(ObservedContainer container, String name, Reason reason) implements Making {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }

  /** It holds what is made anew, so it goes before its successor is made. */
  record RemoveFirst(ObservedContainer container, String name, Reason reason) implements Making {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }

  record Remove(ObservedContainer container, Reason reason) implements Decision {
    @Override
    public Optional<ObservedContainer> there() {
      return Optional.of(container);
    }
  }
}
