package dev.fermata.runner.docker.image;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.progress.BuildFailures;
import dev.fermata.runner.docker.progress.ClassicSteps;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.build.BuildEvent;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the engine tells of a build: its steps, their output, and the image or the failure. */
final class BuildOutput {
  private final ClassicSteps steps;
  private @Nullable String image;

  BuildOutput(Consumer<BuildEvent> told) {
    this.steps = new ClassicSteps(told);
  }

  void add(Json item) {
    Optional<String> error = item.at("errorDetail", "message").maybe().or(item.at("error")::maybe);
    if (error.isPresent()) {
      throw failure(error.get());
    }
    item.at("stream").maybe().ifPresent(steps::say);
    item.at("aux", "ID").maybe().ifPresent(id -> image = id);
    item.at("status").maybe().ifPresent(status -> tellPull(item, status));
  }

  /** Nothing follows. */
  void end() {
    steps.end();
  }

  Optional<String> image() {
    return Optional.ofNullable(image);
  }

  private void tellPull(Json item, String status) {
    Json amount = item.at("progressDetail");
    String layer = item.text("id");
    if (layer.isEmpty()) {
      steps.say(status + "\n");
      return;
    }
    steps.move(status + " " + layer, amount.at("current").number(), amount.at("total").number());
  }

  private EngineException failure(String reported) {
    return BuildFailures.of(reported, steps.failure(reported));
  }
}
