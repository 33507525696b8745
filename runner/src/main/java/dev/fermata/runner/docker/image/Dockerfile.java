package dev.fermata.runner.docker.image;

import dev.fermata.model.Build;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Dockerfile of a build from a folder. {@code name} is its place in the context that is sent;
 * {@code added} is its text where no file of the context has it.
 */
record Dockerfile(String name, String text, Optional<String> added) {
  /** What to do where only BuildKit would do. */
  static final String HINT =
      "Docker engines from 20.10 on have BuildKit: leave out `DOCKER_BUILDKIT=0`";

  private static final String ADDED_NAME = ".dockerfile.fermata";

  /** What the engine's own builder does not understand. */
  private static final Pattern BUILDKIT =
      Pattern.compile(
          "^\\s*(?i:(RUN)\\s+(?:--\\S+\\s+)*(--mount|--network|--security)"
              + "|(COPY|ADD)\\s+(?:--\\S+\\s+)*(--chmod|--link|--checksum|--parents|--exclude)"
              + "|(RUN|COPY|ADD)\\s.*(<<)-?[\"']?[A-Za-z_])");

  static Dockerfile of(Build build, Path context) {
    return build
        .source()
        .dockerfileInline()
        .map(text -> new Dockerfile(ADDED_NAME, text, Optional.of(text)))
        .orElseGet(() -> ofFile(context, build.source().dockerfile().orElse("Dockerfile")));
  }

  private static Dockerfile ofFile(Path context, String name) {
    Path file = context.resolve(name).normalize();
    try {
      String text = Files.readString(file);
      return file.startsWith(context)
          ? new Dockerfile(ContextArchive.slashed(context.relativize(file)), text, Optional.empty())
          : new Dockerfile(ADDED_NAME, text, Optional.of(text));
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID, "cannot read the Dockerfile `" + file + "`", why(file, e), e);
    }
  }

  private static String why(Path file, IOException e) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return Files.exists(file) ? String.valueOf(e.getMessage()) : "there is no such file";
  }

  /** Refuses by name what only BuildKit can do, before anything is sent. */
  void requireClassic() {
    int number = 0;
    for (String line : text.split("\n", -1)) {
      number++;
      var match = BUILDKIT.matcher(line);
      if (match.find()) {
        throw needsBuildKit("`" + words(match) + "` in line " + number + " of " + name);
      }
    }
  }

  private static String words(Matcher match) {
    var words = new StringBuilder();
    for (int group = 1; group <= match.groupCount(); group++) {
      if (match.group(group) != null) {
        words.append(words.isEmpty() ? "" : " ").append(match.group(group));
      }
    }
    return words.toString();
  }

  private static EngineException needsBuildKit(String what) {
    return new EngineException(
        Kind.NOT_SUPPORTED, what + " needs BuildKit, and the classic builder builds", "", HINT);
  }
}
