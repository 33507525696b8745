package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** What engines say of commands that are run in a container. */
final class ExecRules {
  static final List<Rule> EXEC =
      List.of(
          ContainerRules.GONE,
          ContainerRules.NOT_RUNNING,
          Rule.of(
              "cannot exec (?:in )?a (?:container that has )?stopped|error executing setns process|error writing config to pipe: write init-p",
              Kind.CONFLICT,
              "the container is not running",
              ContainerRules.NOT_RUNNING.hint()),
          Rule.of("is paused", Kind.CONFLICT, "the container is paused", "`unpause` lets it go on"),
          ContainerRules.USER_UNKNOWN,
          Rule.of(
              "exec: \"([^\"]+)\": (?:.*: )?(?:executable file not found in \\$PATH|no such file or directory)",
              Kind.INVALID,
              "the program `$1` is not in the container",
              "name one that the image has, with its whole path if it is not on the PATH there"),
          Rule.of(
              "exec: \"([^\"]+)\": permission denied",
              Kind.INVALID,
              "`$1` cannot be executed in the container",
              "it is no program, or lacks the right to be executed"),
          Rule.of(
              "chdir to cwd \\(\"([^\"]+)\"\\)",
              Kind.INVALID,
              "there is no folder `$1` in the container to run a command in",
              "name one that is there"),
          Rule.of(
              "No such exec instance",
              Kind.NOT_FOUND,
              "the command in the container is gone: it was restarted or removed"));

  private ExecRules() {}
}
