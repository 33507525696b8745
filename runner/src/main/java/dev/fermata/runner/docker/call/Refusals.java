package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What an engine's error texts mean. The status alone tells too little: most are a plain 500. */
public final class Refusals {

  /** A text, what kind of refusal it is, and our words for it, with groups as {@code $1}. */
  private record Rule(Pattern text, Kind kind, String message) {
    static Rule of(String text, Kind kind, String message) {
      return new Rule(
          Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.DOTALL), kind, message);
    }

    Optional<EngineException> match(String said) {
      Matcher match = text.matcher(said);
      if (!match.find()) {
        return Optional.empty();
      }
      var words = new StringBuilder();
      match.appendReplacement(words, message);
      return Optional.of(new EngineException(kind, words.substring(match.start()), said));
    }
  }

  private static final List<Rule> RULES =
      List.of(
          Rule.of(
              "bind for [^ ]*?:(\\d+) failed: port is already allocated",
              Kind.PORT_IN_USE,
              "port $1 is already published by another container"),
          Rule.of(
              "(?:listen \\S+|bind host port for|exposing port \\S+ ->|failed to bind port) "
                  + "[^ ]*?:(\\d+).*address already in use",
              Kind.PORT_IN_USE,
              "port $1 is already in use by another program on the engine's host"),
          Rule.of(
              "(port is already allocated|address already in use)",
              Kind.PORT_IN_USE,
              "a published port is already in use"),
          Rule.of(
              "container name \"/?([^\"]+)\" is already in use",
              Kind.NAME_IN_USE,
              "there is a container named `$1` already"),
          Rule.of(
              "network with name (\\S+) already exists",
              Kind.NAME_IN_USE,
              "there is a network named `$1` already"),
          Rule.of(
              "No such image: (\\S+)", Kind.IMAGE_NOT_FOUND, "the image `$1` is not on the engine"),
          Rule.of(
              "manifest for (\\S+) not found|(\\S+): not found: manifest unknown"
                  + "|failed to resolve reference \"([^\"]+)\": .*not found",
              Kind.IMAGE_NOT_FOUND,
              "there is no image `$1$2$3` in the registry"),
          Rule.of(
              "no matching manifest for (\\S+)",
              Kind.IMAGE_NOT_FOUND,
              "the image is not there for the platform `$1`"),
          Rule.of(
              "pull access denied for ([^ ,]+)",
              Kind.ACCESS_DENIED,
              "the image `$1` does not exist in the registry, or needs a login"),
          Rule.of(
              "unauthorized|no basic auth credentials|authentication required",
              Kind.ACCESS_DENIED,
              "the registry wants a login"),
          Rule.of(
              "(?:Get|Head|Post) \"?https?://([^/\"]+)[^ ]*: (?!.*unauthorized)"
                  + ".*(?:dial|timeout|canceled|TLS|EOF|connection|certificate)",
              Kind.REGISTRY_UNREACHABLE,
              "the engine cannot reach the registry at `$1`"),
          Rule.of("No such container: (\\S+)", Kind.NOT_FOUND, "there is no container `$1`"),
          Rule.of("network (\\S+) not found", Kind.NOT_FOUND, "there is no network `$1`"),
          Rule.of("no such volume:? (\\S+)", Kind.NOT_FOUND, "there is no volume `$1`"),
          Rule.of(
              "network (\\S+) .*has active endpoints",
              Kind.IN_USE,
              "the network `$1` is still in use"),
          Rule.of(
              "remove (\\S+): volume is in use", Kind.IN_USE, "the volume `$1` is still in use"),
          Rule.of(
              "unable to (?:remove|delete) .*(?:is|being) us(?:ing|ed)",
              Kind.IN_USE,
              "the image is still in use by a container"),
          Rule.of(
              "bind source path does not exist: (.+)",
              Kind.INVALID,
              "the path `$1`, which is to be mounted, does not exist on the engine's host"),
          Rule.of(
              "no space left on device",
              Kind.NO_SPACE,
              "there is no space left on the engine's disk"),
          Rule.of(
              "pool overlaps with other one",
              Kind.CONFLICT,
              "the network's subnet overlaps with that of another network"),
          Rule.of(
              "non-overlapping IPv4 address pool|predefined address pools",
              Kind.CONFLICT,
              "the engine has no free address range for another network; remove unused networks"),
          Rule.of(
              "address already in use|address is already in use|Address already in use",
              Kind.CONFLICT,
              "an address is already in use on the network"),
          Rule.of(
              "logging driver does not support reading",
              Kind.NOT_SUPPORTED,
              "its logging driver keeps none that can be read"),
          Rule.of(
              "exec: \"([^\"]+)\": .*(?:not found|no such file)",
              Kind.INVALID,
              "the command `$1` is not in the image"),
          Rule.of(
              "exec: \"([^\"]+)\": permission denied",
              Kind.INVALID,
              "the command `$1` is not executable"),
          Rule.of(
              "client version (\\S+) is too old. Minimum supported API version is ([\\d.]+)",
              Kind.NOT_SUPPORTED,
              "this engine needs API version $2 or newer; version $1 was used"),
          Rule.of(
              "client version (\\S+) is too new. Maximum supported API version is ([\\d.]+)",
              Kind.NOT_SUPPORTED,
              "this engine speaks API version $2 at most; version $1 was asked for"));

  private Refusals() {}

  /** {@code said} is the engine's own message. */
  public static EngineException of(int status, String said) {
    return RULES.stream()
        .map(rule -> rule.match(said))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> byStatus(status, said));
  }

  private static EngineException byStatus(int status, String said) {
    Kind kind =
        switch (status) {
          case 400 -> Kind.INVALID;
          case 401, 403 -> Kind.ACCESS_DENIED;
          case 404 -> Kind.NOT_FOUND;
          case 409 -> Kind.CONFLICT;
          case 501 -> Kind.NOT_SUPPORTED;
          default -> Kind.OTHER;
        };
    return new EngineException(kind, "the engine refused", said);
  }
}
