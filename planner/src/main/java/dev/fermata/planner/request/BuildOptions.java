package dev.fermata.planner.request;

import dev.fermata.planner.request.UpOptions.Dependencies;
import dev.fermata.planner.request.UpOptions.Selection;
import java.util.Optional;

/**
 * What the user asks of {@code build}. {@code selection} are the services whose images are built,
 * and whether those that they depend on are as well; {@code builder} is one of {@code docker
 * buildx}, by its name.
 */
public record BuildOptions(
    Selection selection, Pushing pushing, Optional<String> builder, Replaced replaced) {
  public static final BuildOptions ALL =
      new BuildOptions(
          new Selection(Selection.ALL.services(), Dependencies.WITHOUT),
          Pushing.NONE,
          Optional.empty(),
          Replaced.KEPT);

  /** Whether what has been built goes to its registry. */
  public enum Pushing {
    NONE,
    ALL
  }

  public BuildOptions withSelection(Selection changed) {
    return new BuildOptions(changed, pushing, builder, replaced);
  }

  public BuildOptions withPushing(Pushing changed) {
    return new BuildOptions(selection, changed, builder, replaced);
  }

  public BuildOptions withBuilder(Optional<String> changed) {
    return new BuildOptions(selection, pushing, changed, replaced);
  }

  public BuildOptions withReplaced(Replaced changed) {
    return new BuildOptions(selection, pushing, builder, changed);
  }
}
