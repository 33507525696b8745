package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.status.Output;
import dev.fermata.buildkit.status.Status;
import dev.fermata.buildkit.status.Vertex;
import dev.fermata.runner.engine.ImageProgress;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Steps and their output as lines. */
final class StatusLines implements Consumer<Status> {
  private final Consumer<ImageProgress> progress;
  private final Map<String, String> names = new HashMap<>();

  StatusLines(Consumer<ImageProgress> progress) {
    this.progress = progress;
  }

  @Override
  public void accept(Status status) {
    status.vertices().forEach(this::begin);
    status.output().forEach(this::print);
  }

  private void begin(Vertex vertex) {
    if (vertex.started().isPresent() && names.put(vertex.digest(), vertex.name()) == null) {
      progress.accept(new ImageProgress(vertex.name(), vertex.name(), 0, 0));
    }
  }

  private void print(Output output) {
    String name = names.getOrDefault(output.vertex(), "");
    new String(output.bytes(), StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .forEach(line -> progress.accept(new ImageProgress(name, line, 0, 0)));
  }
}
