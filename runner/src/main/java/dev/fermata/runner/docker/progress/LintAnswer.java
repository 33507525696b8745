package dev.fermata.runner.docker.progress;

import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.build.BuildFailure;
import dev.fermata.runner.engine.build.DockerfilePlace;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;

/** What a Dockerfile frontend answers to {@code frontend.lint}, as it writes it: JSON. */
public record LintAnswer(UnaryOperator<String> files) {

  /** A Dockerfile that cannot be read at all is a failure. */
  public List<DockerfileWarning> warnings(Json answer) {
    List<Json> sources = answer.at("sources").items();
    Json mistake = answer.at("buildError");
    if (!mistake.isAbsent()) {
      var where =
          new BuildFailure(
              Optional.empty(),
              OptionalInt.empty(),
              List.of(),
              place(mistake.at("location"), sources));
      throw BuildFailures.ofCheck(mistake.text("message"), where);
    }
    return answer.at("warnings").items().stream()
        .map(warning ->
            new DockerfileWarning(
                warning.text("ruleName"),
                warning.at("detail").maybe().orElse(warning.text("description")),
                warning.text("url"),
                place(warning.at("location"), sources)))
        .toList();
  }

  /** The first source has no number of its own, as JSON leaves out what is zero. */
  private Optional<DockerfilePlace> place(Json location, List<Json> sources) {
    List<Json> ranges = location.at("ranges").items();
    int source = location.integer("sourceIndex");
    if (ranges.isEmpty() || source < 0 || source >= sources.size()) {
      return Optional.empty();
    }
    Json found = sources.get(source);
    byte[] text = Base64.getDecoder().decode(found.text("data"));
    return Optional.of(
        new DockerfilePlace(
            files.apply(found.text("filename")),
            (int) ranges.getFirst().at("start", "line").number(),
            (int) ranges.getFirst().at("end", "line").number(),
            new String(text, StandardCharsets.UTF_8)));
  }
}
