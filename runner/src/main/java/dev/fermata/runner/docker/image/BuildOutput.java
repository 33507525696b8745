package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.call.Call;
import dev.fermata.runner.docker.call.Refusals;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine tells of a build: its steps, their output, and the image or the failure. */
final class BuildOutput {
  private static final int MOST_OUTPUT = 16 * 1024;

  /** A failure in the middle of an answer that has begun well. */
  private static final int NO_STATUS = 200;

  private final Consumer<ImageProgress> progress;
  private final StringBuilder output = new StringBuilder();
  private String step = "";
  private @Nullable String image;

  BuildOutput(Consumer<ImageProgress> progress) {
    this.progress = progress;
  }

  void add(Json item) {
    Optional<String> error = item.at("errorDetail", "message").maybe().or(item.at("error")::maybe);
    if (error.isPresent()) {
      throw failure(error.get());
    }
    item.at("stream").maybe().ifPresent(this::stream);
    item.at("aux", "ID").maybe().ifPresent(id -> image = id);
    item.at("status").maybe().ifPresent(status -> tellPull(item, status));
  }

  Optional<String> image() {
    return Optional.ofNullable(image);
  }

  private void stream(String text) {
    if (text.startsWith("Step ")) {
      step = text.strip();
      output.setLength(0);
    } else {
      output.append(text);
      output.delete(0, Math.max(0, output.length() - MOST_OUTPUT));
    }
    text.lines().forEach(this::tellLine);
  }

  private void tellLine(String line) {
    if (!line.isBlank()) {
      progress.accept(new ImageProgress(step, line, 0, 0));
    }
  }

  private void tellPull(Json item, String status) {
    Json amount = item.at("progressDetail");
    String layer = item.text("id");
    progress.accept(
        new ImageProgress(
            layer.isEmpty() ? step : layer,
            status,
            amount.at("current").number(),
            amount.at("total").number()));
  }

  /**
   * What is known of the cause is told; a base image that is not to be had is a kind of its own.
   */
  private EngineException failure(String reported) {
    EngineException known = Refusals.of(Call.BUILD.about(""), NO_STATUS, reported);
    boolean isKnown = known.kind() != Kind.OTHER;
    String at = step.isEmpty() ? "" : " at `" + step.replaceFirst("^Step ([^:]+?) : ", "$1 ") + "`";
    String why = isKnown ? ": " + known.getMessage() : "";
    String detail =
        output.isEmpty() ? reported : output.toString().stripTrailing() + "\n" + reported;
    return new EngineException(
        isKnown ? known.kind() : Kind.BUILD_FAILED,
        "the build failed" + at + why,
        detail,
        known.hint());
  }
}
