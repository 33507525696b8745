package dev.fermata.planner.spec;

import dev.fermata.model.Value;

/** A file to write into a container; owner and mode are numbers. */
public record ContainerFile(String path, Content content, int uid, int gid, int mode) {

  /** What is written, as far as it is known before the run. */
  public sealed interface Content {

    /** As UTF-8. */
    record Known(Value value) implements Content {}

    /** What a file of this machine holds then; {@code grant} is how its user calls it. */
    record OfHost(String grant, String path) implements Content {}

    /** The docker client's logins to registries, as its own configuration. */
    record Logins() implements Content {}
  }
}
