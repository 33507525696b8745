package dev.fermata.sources.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The folders that may hold certificates for a registry, in the order in which they count. */
record CertificateFolders(Map<String, String> environment, String registry) {
  private static final Path OF_THE_ENGINE = Path.of("/etc/docker/certs.d");

  /** Those of the engine, of an engine without root, and of Docker Desktop. */
  List<Path> all() {
    var bases = new ArrayList<Path>();
    bases.add(OF_THE_ENGINE);
    Optional<Path> home = variable("HOME");
    variable("XDG_CONFIG_HOME")
        .or(() -> home.map(it -> it.resolve(".config")))
        .ifPresent(it -> bases.add(it.resolve("docker").resolve("certs.d")));
    variable("DOCKER_CONFIG")
        .or(() -> home.map(it -> it.resolve(".docker")))
        .ifPresent(it -> bases.add(it.resolve("certs.d")));
    return bases.stream().map(base -> base.resolve(registry)).distinct().toList();
  }

  /** The files of any of these endings, in all folders that are there. */
  List<Path> files(String ending) throws IOException {
    var files = new ArrayList<Path>();
    for (Path folder : all()) {
      files.addAll(files(folder, ending));
    }
    return files;
  }

  /** Those in one folder; none where there is no folder, or it is not for this user to read. */
  static List<Path> files(Path folder, String... endings) throws IOException {
    if (!Files.isDirectory(folder) || !Files.isReadable(folder)) {
      return List.of();
    }
    try (Stream<Path> listed = Files.list(folder)) {
      return listed
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    }
  }

  private Optional<Path> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(text -> !text.isEmpty()).map(Path::of);
  }
}
