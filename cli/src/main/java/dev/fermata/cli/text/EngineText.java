package dev.fermata.cli.text;

import dev.fermata.runner.engine.EngineException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an engine's refusal says: what, the engine's own words where they add to it, what to do. */
public final class EngineText {
  private EngineText() {}

  public static List<String> lines(EngineException refusal) {
    var lines = new ArrayList<String>();
    String message = String.valueOf(refusal.getMessage());
    lines.add(message);
    if (!refusal.detail().isBlank() && !message.contains(refusal.detail())) {
      refusal.detail().strip().lines().forEach(line -> lines.add("  " + line));
    }
    advice(refusal.kind()).ifPresent(text -> lines.add("  hint: " + text));
    return lines;
  }

  private static Optional<String> advice(EngineException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE, MISCONFIGURED ->
          Optional.of("`DOCKER_HOST`, `DOCKER_CONTEXT` and `docker context` say which engine");
      case REGISTRY_UNREACHABLE ->
          Optional.of(
              "check the image's name and the network; a local image needs `pull_policy: never`");
      case IMAGE_NOT_FOUND ->
          Optional.of(
              "check the image's name and tag (a private one needs `docker login`), or give the"
                  + " service a `build`");
      case ACCESS_DENIED ->
          Optional.of("`docker login` to the registry, or check the image's name");
      case PORT_IN_USE ->
          Optional.of("end what listens on that port, or publish another one under `ports`");
      case NAME_IN_USE ->
          Optional.of("remove or rename the container that has the name, or change ours");
      case IN_USE -> Optional.of("something outside of the project uses it; end that first");
      case NO_SPACE -> Optional.of("`docker system df` shows what takes the space");
      case TIMEOUT -> Optional.of("the engine is busy or hangs; try again, or look at its log");
      case CONFLICT, INVALID -> Optional.of("change the compose file, and try again");
      case NOT_FOUND ->
          Optional.of(
              "it was never there (create it first), or somebody removed it meanwhile (try again)");
      case BUILD_FAILED, NOT_SUPPORTED, INTERRUPTED, OTHER -> Optional.empty();
    };
  }
}
