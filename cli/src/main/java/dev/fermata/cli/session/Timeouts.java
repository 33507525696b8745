package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Flag;
import java.time.Duration;
import java.util.Optional;

/** The flags of several commands that bound a time. */
public final class Timeouts {
  public static final Flag<Optional<Duration>> STOP =
      Flag.seconds("Time to stop a container", "-t", "--timeout");
  public static final Flag<Optional<Duration>> WAIT =
      Flag.seconds("Longest wait for a service", "--wait-timeout");

  private Timeouts() {}
}
