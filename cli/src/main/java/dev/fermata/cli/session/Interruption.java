package dev.fermata.cli.session;

import dev.fermata.runner.Cancellation;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * The user's wish to break off. Where a run listens it is cancelled, gracefully and then at once;
 * where nobody listens, the program ends on the spot as any other does.
 */
public final class Interruption {
  private final AtomicReference<Optional<Cancellation>> listening =
      new AtomicReference<>(Optional.empty());
  private final Consumer<Interruption> signals;

  /** {@code signals} is told at the first wish to listen who is to be interrupted. */
  public Interruption(Consumer<Interruption> signals) {
    this.signals = signals;
  }

  /** What the user's wish advances from now on. */
  public Cancellation listen() {
    var cancellation = new Cancellation();
    if (listening.getAndSet(Optional.of(cancellation)).isEmpty()) {
      signals.accept(this);
    }
    return cancellation;
  }

  /** The user's wish: the first is graceful, the second is not. */
  public void interrupt() {
    Objects.requireNonNull(listening.get()).ifPresent(Cancellation::advance);
  }
}
