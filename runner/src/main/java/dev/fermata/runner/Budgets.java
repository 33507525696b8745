package dev.fermata.runner;

/**
 * How many engine calls of a kind run at once. The defaults are where an engine is fastest: more
 * teardowns at once fight for its locks. Pulls of images that share layers wait for the same ones:
 * with six at once the engine, which fetches three layers at a time, ran out of them.
 */
public record Budgets(int pull, int build, int create, int start, int stop, int remove, int probe) {
  public static final Budgets DEFAULT = new Budgets(12, 12, 12, 12, 8, 4, 8);

  public Budgets {
    if (Math.min(Math.min(Math.min(pull, build), Math.min(create, start)), Math.min(stop, remove))
            < 1
        || probe < 1) {
      throw new IllegalArgumentException("a budget below 1");
    }
  }

  /** With at most {@code limit} pulls and as many builds, as {@code --parallel} asks. */
  public Budgets withImages(int limit) {
    return new Budgets(limit, limit, create, start, stop, remove, probe);
  }
}
