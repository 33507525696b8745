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
    String message = shortened(String.valueOf(refusal.getMessage()));
    lines.add(message);
    String detail = shortened(refusal.detail().strip());
    if (!message.contains(detail)) {
      detail.lines().forEach(line -> lines.add("  " + line));
    }
    advice(refusal).ifPresent(text -> lines.add("  hint: " + text));
    return lines;
  }

  /** With ids as the docker client shows them. */
  private static String shortened(String text) {
    return text.replaceAll("\\b([0-9a-f]{12})[0-9a-f]{52}\\b", "$1");
  }

  private static Optional<String> advice(EngineException refusal) {
    return refusal.hint().isEmpty() ? advice(refusal.kind()) : Optional.of(refusal.hint());
  }

  private static Optional<String> advice(EngineException.Kind kind) {
    return switch (kind) {
      case UNREACHABLE, MISCONFIGURED ->
          Optional.of("`DOCKER_HOST`, `DOCKER_CONTEXT` and `docker context` say which engine");
      case REGISTRY_UNREACHABLE ->
          Optional.of(
              "check the image's name and the network; a local image needs `pull_policy: never`");
      case REGISTRY_BUSY -> Optional.of("try again later");
      case IMAGE_NOT_FOUND ->
          Optional.of(
              "check the image's name and tag (a private one needs `docker login`), or give the"
                  + " service a `build`");
      case ACCESS_DENIED ->
          Optional.of("`docker login` to the registry, or check the image's name");
      case PORT_IN_USE ->
          Optional.of("end what listens on that port, or publish another one under `ports`");
      case ADDRESS_IN_USE ->
          Optional.of(
              "end what has the address, or choose another one; an `ip_range` of the network keeps"
                  + " those that the engine picks apart from yours");
      case SUBNET_IN_USE ->
          Optional.of("choose another subnet under `ipam` of the network, or none");
      case NAME_IN_USE ->
          Optional.of(
              "remove or rename the container that has the name, or give this one another"
                  + " `container_name`");
      case AMBIGUOUS ->
          Optional.of("`docker network ls --no-trunc` lists them; remove all but one, by id");
      case IN_USE -> Optional.of("something outside of the project uses it; end that first");
      case NO_SPACE -> Optional.of("`docker system df` shows what takes the space");
      case TIMEOUT -> Optional.of("the engine is busy or hangs; try again, or look at its log");
      case CONFLICT, PATH_MISSING, INVALID -> Optional.of("change the compose file, and try again");
      case NOT_FOUND ->
          Optional.of("somebody removed it, or it was never made: `up` makes what is missing");
      case BUILD_FAILED, NOT_SUPPORTED, INTERRUPTED, OTHER -> Optional.empty();
    };
  }
}
