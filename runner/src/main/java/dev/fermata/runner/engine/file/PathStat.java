package dev.fermata.runner.engine.file;

/**
 * What is at a path in a container. {@code name} is its last part, {@code .} for what a folder
 * holds and {@code /} for everything; {@code link} is where a symbolic link points to, absolute.
 */
public record PathStat(String name, Kind kind, String link) {

  /** Of what kind. */
  public enum Kind {
    FILE,
    FOLDER,
    LINK,
    /** A device, a pipe or a socket. */
    SPECIAL
  }
}
