package dev.fermata.runner.watch;

import dev.fermata.planner.request.Request;
import dev.fermata.runner.RunResult;
import dev.fermata.runner.Stack;
import dev.fermata.runner.engine.Engine;
import java.util.List;
import java.util.function.Function;

/**
 * What a watch works with: {@code brought} is how the project was brought up, {@code wording} says
 * why a run did not succeed, the sentence first.
 */
public record WatchTools(
    Engine engine,
    Stack stack,
    Request.Up brought,
    OldImages oldImages,
    Talk talk,
    Function<RunResult, List<String>> wording) {

  /** What becomes of images that a rebuild takes the name from. */
  public enum OldImages {
    REMOVED,
    KEPT
  }

  /** How much is told of each batch. */
  public enum Talk {
    USUAL,
    VERBOSE
  }
}
