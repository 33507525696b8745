package dev.fermata.runner.docker.call;

import dev.fermata.model.text.ComposeSentences;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** What engines say of containers. The texts are recorded in runner/src/test/cases/refusals. */
final class ContainerRules {
  static final Rule GONE =
      Rule.of("No such container: {}", Kind.NOT_FOUND, "there is no container `{}`");

  private static final Rule NAME_TAKEN =
      Rule.of(
          "container name \"/?([^\"]+)\" is already in use",
          Kind.NAME_IN_USE,
          ComposeSentences.containerNameInUse("$1"));

  private static final Rule NAME_INVALID =
      Rule.of(
          "Invalid container name \\(/?(.*?)\\), only",
          Kind.INVALID,
          "`$1` cannot be the name of a container",
          "names have letters, digits, `_`, `.` and `-`, and begin with a letter or a digit");

  static final Rule NOT_RUNNING =
      Rule.of(
          "is not running$",
          Kind.CONFLICT,
          "the container is not running",
          "look at its `logs` if it was to run on, or `start` it");

  static final Rule USER_UNKNOWN =
      Rule.of(
          "unable to find (user|group) (.*?): no matching entries",
          Kind.INVALID,
          "the image has no $1 `$2`",
          "name one of its `/etc/passwd` or `/etc/group`, or give the number");

  static final List<Rule> CREATE =
      List.of(
          NetworkRules.AMBIGUOUS,
          NAME_TAKEN,
          NAME_INVALID,
          Rule.of("No such image: ", Kind.IMAGE_NOT_FOUND, "the image `{}` is not on the engine"),
          Rule.of(
              "invalid reference format",
              Kind.INVALID,
              "`{}` cannot be the name of an image",
              "a name is `host/path:tag` in small letters: see `image`"),
          Rule.of(
              "was found but does not match the specified platform: wanted ([^,]+), actual: (.+)",
              Kind.IMAGE_NOT_FOUND,
              "the image `{}` is on the engine for the platform `$2`, not for `$1`",
              "pull or build it for that `platform`"),
          Rule.of(
              "its platform \\((.+?)\\) does not match the specified platform \\((.+?)\\)",
              Kind.IMAGE_NOT_FOUND,
              "the image `{}` is on the engine for the platform `$1`, not for `$2`",
              "pull or build it for that `platform`"),
          Rule.of(
              "^\"(.*?)\": unknown operating system or architecture",
              Kind.INVALID,
              "the engine knows no platform `$1`",
              "a `platform` is `os/architecture`, as in `linux/arm64`"),
          Rule.of(
              "no command specified",
              Kind.INVALID,
              "the image `{}` has no command, and the service gives none",
              "add a `command`"),
          MountRules.LETTER_PATH,
          MountRules.RELATIVE_PATH,
          MountRules.COLON_PATH_MISSING,
          MountRules.PATH_MISSING,
          Rule.of(
              "^(?:could not get container for \\S+: )?No such container: (\\S+)",
              Kind.NOT_FOUND,
              "the container `$1`, which it refers to, is not there",
              "start that one first, or look at `volumes_from`, `links` and the namespaces"),
          Rule.of(
              "error looking up logging plugin (\\S+):",
              Kind.INVALID,
              "the engine has no log driver `$1`",
              "`docker info` lists its log drivers"),
          Rule.of(
              "unknown (?:or invalid )?runtime (?:specified|name:) (\\S+)",
              Kind.INVALID,
              "the engine has no runtime `$1`",
              "`docker info` lists its runtimes"),
          Rule.of(
              "no configured subnet or ip-range contain the IP address ([0-9a-f.:]+)$",
              Kind.INVALID,
              "the address `$1` is in no subnet of its network",
              "take one of the network's subnet, or change `ipam` of the network"),
          Rule.of(
              "user specified IP address is supported on user defined networks only",
              Kind.INVALID,
              "an address cannot be chosen on the engine's own bridge",
              "define a network with a subnet under `networks`"));

  static final List<Rule> START =
      List.of(
          NetworkRules.AMBIGUOUS,
          Rule.of(
              "bind for (?:\\[[^]]*]|[^ :]*):(\\d+) failed: port is already allocated",
              Kind.PORT_IN_USE,
              "port `$1` of the host is already published by another container"),
          Rule.of(
              "(?:listen \\S+|bind host port for|exposing port \\S+ ->|failed to bind port) "
                  + "(?:\\[[^]]*]|[^ :]*):(\\d+).*address already in use",
              Kind.PORT_IN_USE,
              "port `$1` is already in use by another program on the engine's host"),
          Rule.of(
              "(?:listen \\S+|bind host port for) (\\[[^]]*]|[^ :]*):(\\d+).*cannot assign requested address",
              Kind.INVALID,
              "the engine's host has no address `$1` on which port `$2` could be published",
              "take one of its addresses under `ports`, or none for all of them"),
          Rule.of(
              "port is already allocated",
              Kind.PORT_IN_USE,
              "a published port is already in use on the engine's host"),
          Rule.of(
              "all ports are allocated",
              Kind.PORT_IN_USE,
              "no port of a published range is free on the engine's host",
              "publish a wider range, or the container's port alone: the engine picks one then"),
          Rule.of(
              "^(?:[^:]*: )?address already in use$",
              Kind.ADDRESS_IN_USE,
              "an address of the container is already in use on its network"),
          Rule.of(
              "invalid address (\\S+): it does not belong to any",
              Kind.INVALID,
              "the address `$1` is in no subnet of its network",
              "take one of the network's subnet, or change `ipam` of the network"),
          Rule.of(
              "user specified IP address is supported on user defined networks only",
              Kind.INVALID,
              "an address cannot be chosen on the engine's own bridge",
              "define a network with a subnet under `networks`"),
          Rule.of(
              "network (\\S+) not found",
              Kind.NOT_FOUND,
              "the network `$1`, which it is to join, is gone",
              "`up` makes the network again, and the container with it"),
          Rule.of(
              "^No such container: {}$",
              Kind.NOT_FOUND,
              "the container is gone",
              "somebody removed it; `up` makes it again"),
          Rule.of(
              "No such container: (\\S+)",
              Kind.NOT_FOUND,
              "the container `$1`, whose namespace it is to share, is gone",
              "`up` makes both again"),
          Rule.of(
              "non-shareable IPC",
              Kind.INVALID,
              "the container whose `ipc` it is to share does not share it",
              "give that one `ipc: shareable`"),
          Rule.of(
              "non running container|failed to join (?:PID|IPC) namespace|^container \\S+ is not running",
              Kind.CONFLICT,
              "the container whose namespace or link it is to have does not run",
              "start that one first"),
          Rule.of(
              "cannot start a paused container",
              Kind.CONFLICT,
              "the container is paused",
              "`unpause` lets it go on"),
          Rule.of(
              "exec: \"([^\"]+)\": (?:.*: )?(?:executable file not found in \\$PATH|no such file or directory)",
              Kind.INVALID,
              "the program `$1` is not in the image",
              "look at `command` and `entrypoint`, or at the image"),
          Rule.of(
              "exec: \"([^\"]+)\": permission denied",
              Kind.INVALID,
              "`$1` cannot be executed",
              "it is no program, or lacks the permission (`chmod +x`)"),
          USER_UNKNOWN,
          Rule.of(
              "gathering device information while adding custom device \"([^\"]+)\"",
              Kind.INVALID,
              "the engine's host has no device `$1`",
              "look at `devices`"),
          Rule.of(
              "could not select device driver \"(.*?)\" with capabilities: \\[\\[(.*?)]]",
              Kind.INVALID,
              "the engine has no driver for a device with the capabilities `$2`",
              "install the driver's toolkit on the engine's host, or drop `gpus` and `devices`"),
          Rule.of(
              "sysctl \"([^\"]+)\" (?:is )?not (?:in a separate kernel namespace|allowed in host)",
              Kind.INVALID,
              "the sysctl `$1` cannot be set for a container of this kind",
              "drop it from `sysctls`, or set it on the engine's host"),
          Rule.of(
              "failed to initialize logging driver: (.+)",
              Kind.INVALID,
              "its log driver cannot be started: $1",
              "look at `logging`, and whether what receives the lines can be reached"),
          Rule.of(
              "while mounting volume '[^']*/volumes/([^/']+)/_data': failed to mount local volume: "
                  + ".*: ([^:]+)$",
              Kind.INVALID,
              "the volume `$1` cannot be mounted: $2",
              "look at its `driver_opts`"),
          Rule.of(
              "cannot access path \\S*/volumes/([^/]+)/_data/(\\S+): .*no such file or directory",
              Kind.INVALID,
              "the volume `$1` has no `$2`, which is to be mounted",
              "make that folder in the volume first, or drop `subpath`"),
          NetworkRules.INTERFACE_NAME,
          Rule.of(
              "error setting rlimit type \\d+: operation not permitted",
              Kind.INVALID,
              "the engine may not set a limit as high as one of its `ulimits`",
              "lower it, or raise the limits that the engine itself runs with"),
          MountRules.COLON_PATH_MISSING,
          MountRules.PATH_MISSING,
          Rule.of(
              "error mounting \"([^\"]+)\" to rootfs at \"([^\"]+)\".*not a directory",
              Kind.INVALID,
              "`$1` cannot be mounted at `$2`: one of them is a file, the other a folder",
              "an engine makes a folder where the host has nothing: look at the path"));

  /** Of those that are there already, or not any more. */
  static final List<Rule> EXISTING =
      List.of(
          GONE,
          NAME_TAKEN,
          NAME_INVALID,
          NOT_RUNNING,
          Rule.of(
              "is already paused$",
              Kind.CONFLICT,
              "the container is already paused",
              "`unpause` lets it go on"),
          Rule.of(
              "is not paused$",
              Kind.CONFLICT,
              "the container is not paused",
              "`ps --all` shows in which state it is"),
          Rule.of(
              "is restarting, wait until",
              Kind.CONFLICT,
              "the container ends and is restarted again and again",
              "look at its `logs`, or `stop` it"),
          Rule.of("dead or marked for removal", Kind.NOT_FOUND, "the container is being removed"),
          Rule.of(
              "invalid signal: (\\S+)",
              Kind.INVALID,
              "the engine knows no signal `$1`",
              "a signal is a name, as in `SIGHUP`, or a number: `kill -l` lists them"),
          Rule.of(
              "logging driver does not support reading",
              Kind.NOT_SUPPORTED,
              "the log driver of the container keeps no lines that could be read",
              "the lines are where `logging` sends them"),
          Rule.of(
              "rootfs is marked read-only",
              Kind.INVALID,
              "secrets and configs that are no files of the host cannot be written into it, since it"
                  + " is `read_only`",
              "take them from a `file`"),
          Rule.of(
              "cannot overwrite directory (.+) with non-directory",
              Kind.INVALID,
              "`$1` is a folder in the container, and no file can take its place",
              "remove it first, or copy to another name"),
          Rule.of(
              "cannot overwrite non-directory (.+) with directory",
              Kind.INVALID,
              "`$1` is a file in the container, and no folder can take its place",
              "remove it first, or copy to another name"),
          Rule.of(
              "could not find the file (\\S+) in container",
              Kind.NOT_FOUND,
              "there is no `$1` in the container",
              "`exec SERVICE ls` shows what is there, where the container has `ls` and runs"));

  private ContainerRules() {}
}
