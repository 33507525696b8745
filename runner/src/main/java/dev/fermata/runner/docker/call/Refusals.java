package dev.fermata.runner.docker.call;

import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What it means that an engine refuses: by the call first, then by the status, and by the engine's
 * words only among the rules of that call. So a taken thing of one kind is never told as another.
 */
public final class Refusals {
  private Refusals() {}

  /** {@code reported} is the engine's own message. */
  public static EngineException of(CallSubject asked, int status, String reported) {
    return Stream.of(of(asked.call()), ANYWHERE)
        .flatMap(List::stream)
        .map(rule -> rule.match(asked, reported))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> byStatus(asked, status, reported));
  }

  private static List<Rule> of(Call call) {
    return switch (call) {
      case CREATE_CONTAINER -> ContainerRules.CREATE;
      case START -> ContainerRules.START;
      case ATTACH,
          RESIZE,
          STOP,
          KILL,
          PAUSE,
          UNPAUSE,
          AWAIT,
          REMOVE_CONTAINER,
          INSPECT,
          RENAME,
          LOGS,
          TOP,
          STATS,
          PUT_FILES,
          STAT,
          GET_FILES,
          EXPORT,
          COMMIT ->
          ContainerRules.EXISTING;
      case EXEC, BEGIN_EXEC, INSPECT_EXEC -> ExecRules.EXEC;
      case CREATE_NETWORK -> NetworkRules.CREATE;
      case REMOVE_NETWORK -> NetworkRules.REMOVE;
      case CONNECT, DISCONNECT -> NetworkRules.CONNECT;
      case CREATE_VOLUME -> VolumeRules.CREATE;
      case REMOVE_VOLUME -> VolumeRules.REMOVE;
      case PULL, DISTRIBUTION -> ImageRules.PULL;
      case PUSH -> ImageRules.PUSH;
      case BUILD -> ImageRules.BUILD;
      case INSPECT_IMAGE, REMOVE_IMAGE -> ImageRules.EXISTING;
      case EVENTS, OTHER -> List.of();
    };
  }

  /** What an engine may say to any call. */
  private static final List<Rule> ANYWHERE =
      List.of(
          Rule.of(
              "no space left on device",
              Kind.NO_SPACE,
              "there is no space left on the engine's disk"),
          Rule.of(
              "client version (\\S+) is too old. Minimum supported API version is ([\\d.]+)",
              Kind.NOT_SUPPORTED,
              "this engine needs API version $2 or newer; version $1 was used"),
          Rule.of(
              "client version (\\S+) is too new. Maximum supported API version is ([\\d.]+)",
              Kind.NOT_SUPPORTED,
              "this engine speaks API version $2 at most; version $1 was asked for"));

  /** The engine's words are part of ours where they are one line. */
  private static EngineException byStatus(CallSubject asked, int status, String reported) {
    String task = "cannot " + asked.call().task();
    boolean isLine = !reported.isBlank() && reported.strip().lines().count() == 1;
    return new EngineException(
        kind(status), isLine ? task + ": " + reported.strip() : task, reported.strip());
  }

  private static Kind kind(int status) {
    return switch (status) {
      case 400 -> Kind.INVALID;
      case 401, 403 -> Kind.ACCESS_DENIED;
      case 404 -> Kind.NOT_FOUND;
      case 409 -> Kind.CONFLICT;
      case 501 -> Kind.NOT_SUPPORTED;
      default -> Kind.OTHER;
    };
  }
}
