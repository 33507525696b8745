package dev.fermata.runner.docker.image;

import dev.fermata.model.ImageRef;
import dev.fermata.runner.docker.read.ImageNames;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a registry refuses for want of a login, with what the engine leaves out: to which registry
 * somebody has to log in, and whether it has been told a login.
 */
record LoginRefusal(ImageRef image, Optional<String> login) {
  private static final Pattern NOT_TAKEN =
      Pattern.compile(
          "unauthorized|incorrect username or password|401 Unauthorized", Pattern.CASE_INSENSITIVE);

  EngineException told(EngineException refusal) {
    if (refusal.kind() != Kind.ACCESS_DENIED || !refusal.hint().isEmpty()) {
      return refusal;
    }
    String registry = ImageNames.registry(image);
    String command = registry.equals("docker.io") ? "docker login" : "docker login " + registry;
    boolean isOther = login.isPresent() && NOT_TAKEN.matcher(refusal.detail()).find();
    String message =
        isOther
            ? "the registry wants another login for `%s` than the one that is kept for `%s`"
                .formatted(image, registry)
            : refusal.getMessage();
    String hint =
        "`%s`%s, or check the image's name".formatted(command, isOther ? " writes it anew" : "");
    return new EngineException(refusal.kind(), message, refusal.detail(), hint, refusal.about());
  }
}
