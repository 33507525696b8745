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
      case UNREACHABLE ->
          Optional.of("is the engine running? `DOCKER_HOST` and `DOCKER_CONTEXT` say which one");
      case IMAGE_NOT_FOUND ->
          Optional.of("check the image's name and tag, or give the service a `build`");
      case ACCESS_DENIED ->
          Optional.of("`docker login` to the registry, or check the image's name");
      case PORT_IN_USE ->
          Optional.of("end what listens on that port, or publish another one under `ports`");
      case NAME_IN_USE -> Optional.of("remove the container of that name, or rename it");
      case NOT_SUPPORTED, NOT_FOUND, CONFLICT, IN_USE, INVALID, BUILD_FAILED -> Optional.empty();
      case TIMEOUT, INTERRUPTED, OTHER -> Optional.empty();
    };
  }
}
