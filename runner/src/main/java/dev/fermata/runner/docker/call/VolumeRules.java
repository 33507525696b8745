package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** What engines say of volumes. The texts are recorded in runner/src/test/cases/refusals. */
final class VolumeRules {
  static final List<Rule> CREATE =
      List.of(
          Rule.of(
              "looking up volume plugin (\\S+):",
              Kind.INVALID,
              "the engine has no volume driver `$1`",
              "`docker info` lists its volume drivers"),
          Rule.of(
              "includes invalid characters|volume name is too short",
              Kind.INVALID,
              "this cannot be the name of a volume",
              "names have two or more of letters, digits, `_`, `.` and `-`; a path starts with `.` or"
                  + " `/`"),
          Rule.of(
              "invalid option: \"([^\"]+)\"",
              Kind.INVALID,
              "the volume's driver knows no option `$1`",
              "look at `driver_opts` of the volume"),
          Rule.of(
              "missing required option: \"([^\"]+)\"",
              Kind.INVALID,
              "the volume's driver needs the option `$1`",
              "add it under `driver_opts` of the volume"));

  static final List<Rule> REMOVE =
      List.of(
          Rule.of("no such volume", Kind.NOT_FOUND, "there is no volume `{}`"),
          Rule.of("volume is in use", Kind.IN_USE, "the volume `{}` is still in use"));

  private VolumeRules() {}
}
