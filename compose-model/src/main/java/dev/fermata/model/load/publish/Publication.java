package dev.fermata.model.load.publish;

import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.List;

/**
 * The files of a project as they are published, and the places where it includes files of this
 * machine, which nobody else has.
 */
public record Publication(
    List<ComposeFile> composeFiles, List<EnvFile> envFiles, List<Span> localIncludes) {

  public Publication {
    composeFiles = List.copyOf(composeFiles);
    envFiles = List.copyOf(envFiles);
    localIncludes = List.copyOf(localIncludes);
  }

  /** What a compose file is to the project. */
  public enum Role {
    /** Laid over those before it. */
    MERGED,
    /** A file beside the others, which services extend from. */
    EXTENDED
  }

  /**
   * A compose file: the name that it is published by, and its text, which names the files that go
   * with it by theirs. {@code documents} have their short forms written out, and their variables
   * still in them.
   */
  public record ComposeFile(
      Role role, String path, String name, String text, List<Mapping> documents) {
    public ComposeFile {
      documents = List.copyOf(documents);
    }
  }

  /** An env file that is there, and the name that the compose files have for it. */
  public record EnvFile(String path, String name, String text) {}
}
