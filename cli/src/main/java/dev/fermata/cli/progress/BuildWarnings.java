package dev.fermata.cli.progress;

import dev.fermata.cli.text.build.DockerfileText;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each warning once: services may well be built from one Dockerfile. */
final class BuildWarnings {
  private final DockerfileText text;
  private final Set<DockerfileWarning> told = new HashSet<>();

  BuildWarnings(DockerfileText text) {
    this.text = text;
  }

  /** The lines of what has not been told yet. */
  synchronized List<String> news(DockerfileWarning warning) {
    return told.add(warning) ? text.warning(warning) : List.of();
  }
}
