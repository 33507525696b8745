package dev.fermata.planner.request;

import dev.fermata.model.PullPolicy;
import java.util.Optional;

/** What the user asks of {@code pull}. {@code policy} overrides that of every service. */
public record PullOptions(
    UpOptions.Selection selection, Optional<PullPolicy> policy, Buildable buildable) {

  /** What becomes of images that can be built here as well. */
  public enum Buildable {
    PULLED,
    LEFT
  }
}
