package dev.fermata.runner.docker.progress;

import dev.fermata.buildkit.status.LineRange;
import dev.fermata.buildkit.status.Warning;
import dev.fermata.runner.engine.build.BuildEvent;
import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Findings of a Dockerfile frontend: {@code RuleName: sentence (line 3)}. */
record LintWarnings(UnaryOperator<String> files) {
  private static final Pattern FINDING =
      Pattern.compile("(?:([A-Z][A-Za-z]+): )?(.*?)(?: \\(line \\d+\\))?", Pattern.DOTALL);

  BuildEvent.Warned of(Warning warning) {
    Matcher parts = FINDING.matcher(warning.brief());
    boolean isFinding = parts.matches();
    String rule = isFinding ? parts.group(1) : null;
    return new BuildEvent.Warned(
        new DockerfileWarning(
            rule == null ? "" : rule,
            isFinding ? parts.group(2) : warning.brief(),
            warning.url(),
            place(warning)));
  }

  private Optional<DockerfilePlace> place(Warning warning) {
    if (warning.file().isEmpty() || warning.lines().isEmpty()) {
      return Optional.empty();
    }
    LineRange lines = warning.lines().getFirst();
    return Optional.of(
        new DockerfilePlace(
            files.apply(warning.file()), lines.first(), lines.last(), warning.text()));
  }
}
