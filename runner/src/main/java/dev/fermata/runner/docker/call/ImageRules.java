package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;

/** What engines and registries say of images. Recorded in runner/src/test/cases/refusals. */
final class ImageRules {
  private static final Rule LOGIN_WANTED =
      Rule.of(
          "unauthorized|no basic auth credentials|authentication required",
          Kind.ACCESS_DENIED,
          "the registry wants a login for `{}`");

  private static final Rule BROKEN_OFF =
      Rule.of(
          "(?:Get|Head|Post|Put|Patch) \"?https?://([^/\"]+)[^ ]*: "
              + ".*(?:reset by peer|broken pipe|\\bEOF|handshake timeout|awaiting headers)",
          Kind.REGISTRY_BUSY,
          "the connection to the registry at `$1` broke off for `{}`",
          "try again later, or look at the network");

  private static final String CALL = "(?:Get|Head|Post|Put|Patch) \"?https?://([^/\"]+)[^ ]*: .*";

  private static final Rule UNTRUSTED =
      Rule.of(
          CALL + "x509: certificate signed by unknown authority",
          Kind.REGISTRY_UNREACHABLE,
          "the engine does not trust the certificate of the registry at `$1`",
          "put the certificate of who has signed it into `/etc/docker/certs.d/$1/ca.crt` where the"
              + " engine runs");

  private static final Rule BAD_CERTIFICATE =
      Rule.of(
          CALL + "x509: (.+)",
          Kind.REGISTRY_UNREACHABLE,
          "the engine does not accept the certificate of the registry at `$1`: $2",
          "look at the registry's name and certificate, and at the clock of the engine's machine");

  private static final Rule NO_TLS =
      Rule.of(
          CALL + "http: server gave HTTP response to HTTPS client",
          Kind.REGISTRY_UNREACHABLE,
          "the registry at `$1` does not speak TLS, and the engine wants it to",
          "`\"insecure-registries\": [\"$1\"]` in the engine's `daemon.json` allows it");

  /** Of a registry that need not be encrypted the engine tells what came last, without TLS. */
  private static final Rule ENCRYPTED_CALL_FAILED =
      Rule.of(
          CALL + "malformed HTTP response \"\\\\x15",
          Kind.REGISTRY_UNREACHABLE,
          "the registry at `$1` speaks TLS only, and the engine's encrypted call to it failed",
          "look at the registry's log and at the engine's");

  /** The engine has begun anew as often as it says. */
  private static final Rule DOWNLOAD_FAILED =
      Rule.of(
          "download failed after attempts=(\\d+)",
          Kind.REGISTRY_UNREACHABLE,
          "a part of `{}` has not come in $1 attempts of the engine",
          "try again later, or look at the network");

  private static final Rule SERVER_FAILED =
      Rule.of(
          "unexpected (?:HTTP )?status(?: from \\w+ request to [^ ]+)?: (5\\d\\d .+)",
          Kind.REGISTRY_BUSY,
          "the registry failed at `{}`: $1",
          "try again later, or look at the registry");

  static final List<Rule> PULL =
      List.of(
          Rule.of(
              "invalid reference format|invalid tag format|invalid checksum digest",
              Kind.INVALID,
              "`{}` cannot be the name of an image",
              "a name is `host/path:tag` in small letters: see `image`"),
          Rule.of(
              "no matching manifest for (\\S+)",
              Kind.IMAGE_NOT_FOUND,
              "the image `{}` is not there for the platform `$1`",
              "take an image or a `platform` that is"),
          Rule.of(
              "does not match the specified platform",
              Kind.IMAGE_NOT_FOUND,
              "the image `{}` is not there for the platform that the service wants",
              "take an image or a `platform` that is"),
          Rule.of(
              "^\"(.*?)\": unknown operating system or architecture",
              Kind.INVALID,
              "the engine knows no platform `$1`",
              "a `platform` is `os/architecture`, as in `linux/arm64`"),
          Rule.of(
              "toomanyrequests|429 Too Many Requests",
              Kind.REGISTRY_BUSY,
              "the registry lets nobody pull `{}` now: too many pulls",
              "wait, or `docker login` to the registry, which allows more"),
          Rule.of(
              "pull access denied|repository does not exist",
              Kind.ACCESS_DENIED,
              "the image `{}` does not exist in the registry, or needs a login"),
          LOGIN_WANTED,
          Rule.of(
              "^denied|denied: |403 Forbidden",
              Kind.ACCESS_DENIED,
              "the registry does not let you have `{}`"),
          UNTRUSTED,
          BAD_CERTIFICATE,
          NO_TLS,
          ENCRYPTED_CALL_FAILED,
          DOWNLOAD_FAILED,
          BROKEN_OFF,
          SERVER_FAILED,
          Rule.of(
              "(?:Get|Head|Post) \"?https?://([^/\"]+)[^ ]*: "
                  + ".*(?:dial|timeout|canceled|TLS|EOF|connection|certificate|http: server gave)",
              Kind.REGISTRY_UNREACHABLE,
              "the engine cannot reach the registry at `$1` for `{}`"),
          Rule.of(
              "manifest unknown|name unknown|not found",
              Kind.IMAGE_NOT_FOUND,
              "there is no image `{}` in the registry"));

  static final List<Rule> PUSH =
      List.of(
          Rule.of(
              "does not exist locally|No such image|tag does not exist",
              Kind.IMAGE_NOT_FOUND,
              "the image `{}` is not on the engine",
              "`build` makes it; `--ignore-missing` leaves out what is not there"),
          Rule.of(
              "invalid reference format|invalid tag format",
              Kind.INVALID,
              "`{}` cannot be the name of an image",
              "a name is `host/path:tag` in small letters: see `image` and `build.tags`"),
          Rule.of(
              "toomanyrequests|429 Too Many Requests",
              Kind.REGISTRY_BUSY,
              "the registry lets nobody push `{}` now: too many calls",
              "wait, and try again"),
          LOGIN_WANTED,
          Rule.of(
              "denied|403 Forbidden|insufficient_scope",
              Kind.ACCESS_DENIED,
              "the registry does not let you push `{}`"),
          UNTRUSTED,
          BAD_CERTIFICATE,
          NO_TLS,
          ENCRYPTED_CALL_FAILED,
          DOWNLOAD_FAILED,
          BROKEN_OFF,
          SERVER_FAILED,
          Rule.of(
              "(?:Get|Head|Post|Put|Patch) \"?https?://([^/\"]+)[^ ]*: "
                  + ".*(?:dial|timeout|canceled|TLS|EOF|connection|certificate|http: server gave)",
              Kind.REGISTRY_UNREACHABLE,
              "the engine cannot reach the registry at `$1` for `{}`",
              "check the image's name and the network"));

  /** Of a build's base images, whose names the engine does not tell; the step does. */
  static final List<Rule> BUILD =
      List.of(
          Rule.of(
              "pull access denied|unauthorized|no basic auth credentials|^denied",
              Kind.ACCESS_DENIED,
              "the base image does not exist in the registry, or needs a login"),
          Rule.of(
              "^manifest (?:unknown|for )|no matching manifest",
              Kind.IMAGE_NOT_FOUND,
              "the base image is not in the registry"),
          UNTRUSTED,
          BAD_CERTIFICATE,
          NO_TLS,
          Rule.of(
              "(?:^|failed to do request: )(?:Get|Head|Post) \"?https?://([^/\"]+)[^ ]*: "
                  + ".*(?:dial|timeout|canceled|TLS|EOF|connection|certificate)",
              Kind.REGISTRY_UNREACHABLE,
              "the engine cannot reach the registry at `$1`",
              "check the name of the base image and the network"),
          Rule.of(
              "^(\\S+): failed to resolve source metadata .*not found",
              Kind.IMAGE_NOT_FOUND,
              "there is no base image `$1` for the platform, on the engine or in its registry",
              "look at `FROM`, and at the `platform` of the service"),
          Rule.of(
              "failed to (?:compute cache key|calculate checksum).* \"(/[^\"]*)\"(?: not found)?:"
                  + " not found",
              Kind.BUILD_FAILED,
              "there is no `$1` to copy",
              "look at the path, at what it is copied from, and at `.dockerignore`"),
          Rule.of(
              "toomanyrequests",
              Kind.ACCESS_DENIED,
              "the registry lets nobody pull the base image now: too many pulls",
              "wait, or `docker login` to the registry, which allows more"),
          Rule.of(
              "dockerfile parse error (?:on )?line (\\d+): (.+)",
              Kind.BUILD_FAILED,
              "line $1 of the Dockerfile cannot be read: $2",
              "look at the Dockerfile"),
          Rule.of(
              "file with no instructions|no build stage in current context",
              Kind.BUILD_FAILED,
              "the Dockerfile builds nothing: it has no `FROM`",
              "begin it with `FROM`"),
          Rule.of(
              "failed to reach build target (\\S+) in|target stage \"?([^\"]+)\"? could not be"
                  + " found",
              Kind.BUILD_FAILED,
              "the Dockerfile has no stage `$1$2`",
              "look at `build.target`"),
          Rule.of(
              "cannot locate specified Dockerfile: (.+)",
              Kind.BUILD_FAILED,
              "there is no `$1` in the build context",
              "look at `build.dockerfile`, and at `.dockerignore`"),
          Rule.of(
              "^invalid reference format.*",
              Kind.INVALID,
              "the name of the image, or of one that it is built from, is not valid",
              "look at `image`, `build.tags` and `FROM`: names have small letters"),
          Rule.of(
              "network (\\S+) not found",
              Kind.NOT_FOUND,
              "there is no network `$1` to build in",
              "look at `build.network`"));

  static final List<Rule> EXISTING =
      List.of(
          Rule.of("No such image", Kind.IMAGE_NOT_FOUND, "the image `{}` is not on the engine"),
          Rule.of(
              "invalid reference format",
              Kind.INVALID,
              "`{}` cannot be the name of an image",
              "a name is `host/path:tag` in small letters: see `image`"),
          Rule.of(
              "unable to (?:remove|delete) .*(?:is|being) us(?:ing|ed)",
              Kind.IN_USE,
              "the image `{}` is still in use"));

  private ImageRules() {}
}
