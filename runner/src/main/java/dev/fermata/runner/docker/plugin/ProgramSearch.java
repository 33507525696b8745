package dev.fermata.runner.docker.plugin;

import dev.fermata.runner.docker.location.ClientConfig;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where programs are: as plugins where the docker client looks for its own, or on the path. */
public record ProgramSearch(ClientConfig config, Map<String, String> environment) {
  private static final List<String> SYSTEM =
      List.of(
          "/usr/local/lib/docker/cli-plugins",
          "/usr/local/libexec/docker/cli-plugins",
          "/usr/lib/docker/cli-plugins",
          "/usr/libexec/docker/cli-plugins");

  /** The docker client's plugin of this name. */
  public Optional<Path> plugin(String name) {
    var folders = new ArrayList<Path>();
    config.mapping().texts("cliPluginsExtraDirs").forEach(folder -> folders.add(Path.of(folder)));
    folders.add(config.folder().resolve("cli-plugins"));
    SYSTEM.forEach(folder -> folders.add(Path.of(folder)));
    return first(folders.stream().map(folder -> folder.resolve("docker-" + name)));
  }

  public Optional<Path> onPath(String name) {
    if (name.contains("/")) {
      return first(Stream.of(Path.of(name)));
    }
    String[] folders = environment.getOrDefault("PATH", "").split(File.pathSeparator, -1);
    return first(
        Stream.of(folders)
            .filter(folder -> !folder.isEmpty())
            .map(folder -> Path.of(folder).resolve(name)));
  }

  private static Optional<Path> first(Stream<Path> candidates) {
    return candidates
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(Path::toAbsolutePath)
        .findFirst();
  }
}
