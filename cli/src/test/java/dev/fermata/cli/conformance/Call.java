package dev.fermata.cli.conformance;

import dev.fermata.cli.text.ConfigJson;
import dev.fermata.cli.text.Dollars;
import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DiagnosticText;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.load.Loader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A call of {@code config --format json} as the corpus words it. */
final class Call {
  private final List<String> files = new ArrayList<>();
  private final List<String> profiles = new ArrayList<>();
  private final List<String> environmentFiles = new ArrayList<>();
  private final List<String> services = new ArrayList<>();
  private final Set<Variant> variants = EnumSet.noneOf(Variant.class);
  private Optional<String> projectName = Optional.empty();
  private Optional<String> projectDirectory = Optional.empty();

  /** What a program leaves behind. */
  record Answer(int exit, String stdout, String stderr) {}

  private Call() {}

  static Answer run(List<String> args, String directory, Map<String, String> env, String stdin) {
    var call = new Call();
    try {
      call.parse(args.iterator());
    } catch (IllegalArgumentException e) {
      return new Answer(1, "", e.getMessage());
    }
    return call.load(directory, env, stdin);
  }

  private void parse(Iterator<String> args) {
    boolean command = false;
    while (args.hasNext()) {
      String arg = args.next();
      int equals = arg.startsWith("--") ? arg.indexOf('=') : -1;
      String flag = equals < 0 ? arg : arg.substring(0, equals);
      String value = equals < 0 ? "" : arg.substring(equals + 1);
      if (arg.equals("config") && !command) {
        command = true;
      } else if (!arg.startsWith("-")) {
        services.add(arg);
      } else if (!simple(flag)) {
        valued(flag, equals < 0 && args.hasNext() ? args.next() : value);
      }
    }
  }

  private boolean simple(String flag) {
    return switch (flag) {
      case "--all-resources" -> variants.add(Variant.ALL_RESOURCES);
      case "--compatibility" -> variants.add(Variant.NO_NORMALIZE);
      case "--no-interpolate" -> variants.add(Variant.NO_INTERPOLATE);
      case "--no-normalize" -> variants.add(Variant.NO_NORMALIZE);
      case "--no-path-resolution" -> variants.add(Variant.NO_PATH_RESOLUTION);
      case "--no-consistency" -> variants.add(Variant.NO_CONSISTENCY);
      case "--no-env-resolution" -> variants.add(Variant.NO_ENVIRONMENT_RESOLUTION);
      default -> false;
    };
  }

  private void valued(String flag, String value) {
    switch (flag) {
      case "-f", "--file" -> files.add(value);
      case "-p", "--project-name" -> projectName = Optional.of(value);
      case "--project-directory" -> projectDirectory = Optional.of(value);
      case "--profile" -> profiles.add(value);
      case "--env-file" -> environmentFiles.add(value);
      case "--format" -> {
        if (!value.equals("json")) {
          throw new IllegalArgumentException("no such format: " + value);
        }
      }
      default -> throw new IllegalArgumentException("no such flag: " + flag);
    }
  }

  private Answer load(String directory, Map<String, String> environment, String stdin) {
    var request =
        new LoadRequest(
            directory,
            files,
            projectName,
            projectDirectory,
            profiles,
            environmentFiles,
            services,
            environment,
            variants,
            stdin);
    Result<Project> loaded = new Loader(Call::read).load(request);
    var text = new DiagnosticText(DiagnosticText.Colours.NONE);
    String said = loaded.diagnostics().stream().map(text::of).collect(Collectors.joining());
    if (loaded.diagnostics().stream().anyMatch(Diagnostic::isError)) {
      return new Answer(1, "", said);
    }
    var dollars = variants.contains(Variant.NO_INTERPOLATE) ? Dollars.KEPT : Dollars.DOUBLED;
    Project project = loaded.value().orElseThrow();
    return new Answer(0, ConfigJson.text(project.definition().tree(), dollars), said);
  }

  private static Optional<byte[]> read(String path) {
    Path file = Path.of(path);
    try {
      return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
