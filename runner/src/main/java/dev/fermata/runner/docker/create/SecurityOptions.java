package dev.fermata.runner.docker.create;

import dev.fermata.model.text.SeccompText;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** {@code security_opt}: as the docker client, we inline seccomp profiles and spell out paths. */
final class SecurityOptions {
  private static final String UNMASKED = "systempaths=unconfined";
  private static final String SECCOMP = "seccomp=";

  private SecurityOptions() {}

  static List<String> texts(Creation creation) {
    return creation.spec().security().options().stream()
        .filter(option -> !option.equals(UNMASKED))
        .map(option -> inlined(option, creation))
        .toList();
  }

  /** An empty list, which is told from none, where the user wants nothing masked. */
  static Optional<List<String>> unmasked(Creation creation) {
    return creation.spec().security().options().contains(UNMASKED)
        ? Optional.of(List.of())
        : Optional.empty();
  }

  private static String inlined(String option, Creation creation) {
    Optional<String> profile = SeccompText.profile(option);
    if (profile.isEmpty()) {
      return option;
    }
    Path file = Path.of(profile.get()).normalize();
    try {
      return SECCOMP + compact(Files.readString(file));
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID,
          "service `%s`: cannot read the seccomp profile `%s`"
              .formatted(creation.spec().service(), file),
          String.valueOf(e.getMessage()),
          e);
    }
  }

  /** JSON without the white space between its parts; texts stay as they are. */
  private static String compact(String json) {
    var compact = new StringBuilder(json.length());
    boolean inText = false;
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (inText && c == '\\' && i + 1 < json.length()) {
        compact.append(c).append(json.charAt(++i));
        continue;
      }
      inText = inText != (c == '"');
      if (inText || " \t\r\n".indexOf(c) < 0) {
        compact.append(c);
      }
    }
    return compact.toString();
  }
}
