package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException.Kind;

/** What engines say of the paths of mounts, of the host and of the container. */
final class MountRules {
  static final Rule PATH_MISSING =
      Rule.of(
          "bind source path does not exist: (.+)",
          Kind.PATH_MISSING,
          "the path `$1`, which is to be mounted, does not exist on the engine's host",
          "make it, or let `create_host_path: true` do that");

  /** A path with a colon is asked for in a form in which old engines make nothing. */
  static final Rule COLON_PATH_MISSING =
      Rule.of(
          "bind source path does not exist: (.*:.*)",
          Kind.PATH_MISSING,
          "the path `$1`, which is to be mounted, does not exist on the engine's host",
          "make it: no engine before version 23 makes a folder with a `:` in its path");

  static final Rule LETTER_PATH =
      Rule.of(
          "invalid mount path: '([A-Za-z]:/[^']*)' mount path must be absolute",
          Kind.INVALID,
          "`$1` is read as a path on a Windows drive, which no container of this engine has",
          "a volume of one letter needs a longer name");

  static final Rule RELATIVE_PATH =
      Rule.of(
          "invalid mount path: '([^']*)' mount path must be absolute",
          Kind.INVALID,
          "`$1`, where something is to be mounted in the container, is no absolute path",
          "begin it with `/`");

  private MountRules() {}
}
