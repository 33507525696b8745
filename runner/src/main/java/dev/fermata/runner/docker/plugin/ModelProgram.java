package dev.fermata.runner.docker.plugin;

import dev.fermata.model.LanguageModel;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The docker client's plugin for models, called as Docker Compose calls it. */
record ModelProgram(Path program, Map<String, String> environment) {
  private static final Pattern VERSION = Pattern.compile("v?(\\d+)\\.(\\d+)\\.(\\d+).*");

  /** Pulls the model where it is missing and configures it; answers where models are reached. */
  String prepare(LanguageModel model, Consumer<ImageProgress> told) {
    if (!isThere(model)) {
      run(List.of("pull", model.model()), told);
    }
    run(configuration(model), told);
    return json(run(List.of("status", "--json"), told)).text("endpoint");
  }

  private boolean isThere(LanguageModel model) {
    return json(run(List.of("ls", "--json"), passing -> {})).items().stream()
        .anyMatch(one -> one.texts("tags").contains(model.model()));
  }

  private List<String> configuration(LanguageModel model) {
    var arguments = new ArrayList<>(List.of("configure"));
    model
        .contextSize()
        .ifPresent(size -> arguments.addAll(List.of("--context-size", size.toString())));
    arguments.add(model.model());
    if (!model.runtimeFlags().isEmpty() && takesFlags()) {
      arguments.add("--");
      arguments.addAll(model.runtimeFlags());
    }
    return arguments;
  }

  /** Since 1.0.6. */
  private boolean takesFlags() {
    String version =
        json(run(List.of("docker-cli-plugin-metadata"), passing -> {})).text("Version");
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches()) {
      return false;
    }
    int major = Integer.parseInt(parts.group(1));
    int minor = Integer.parseInt(parts.group(2));
    return major > 1 || minor > 0 || Integer.parseInt(parts.group(3)) >= 6;
  }

  private String run(List<String> arguments, Consumer<ImageProgress> told) {
    var command = new ArrayList<>(List.of(program.toString()));
    command.addAll(arguments);
    var said = new ArrayList<String>();
    try (RunningProgram running = RunningProgram.start(command, environment)) {
      for (var line = running.next(); line.isPresent(); line = running.next()) {
        if (!line.get().isBlank()) {
          said.add(line.get());
          told.accept(new ImageProgress("", line.get(), 0, 0));
        }
      }
      int code = running.end();
      if (code != 0) {
        throw new EngineException(
            Kind.OTHER,
            "`docker model %s` ended with exit code %d"
                .formatted(String.join(" ", arguments), code),
            running.errors());
      }
    }
    return String.join("\n", said);
  }

  private static Json json(String text) {
    try {
      return Json.parse(text);
    } catch (IOException e) {
      throw new EngineException(
          Kind.OTHER, "the `docker model` plugin says what is not JSON", text, e);
    }
  }
}
