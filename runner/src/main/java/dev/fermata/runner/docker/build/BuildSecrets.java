package dev.fermata.runner.docker.build;

import dev.fermata.model.FileSource;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The secrets that a build may ask for, read before it begins: what is wrong is said at once. */
final class BuildSecrets {

  /** More than this no engine mounts. */
  private static final int LARGEST = 500 * 1024;

  private final Map<String, byte[]> contents = new TreeMap<>();

  private BuildSecrets() {}

  static BuildSecrets of(Map<String, FileSource> sources) {
    var secrets = new BuildSecrets();
    sources.forEach((id, source) -> secrets.contents.put(id, content(id, source)));
    return secrets;
  }

  /** Nothing where the build has none of that name. */
  Optional<byte[]> find(String id) {
    return Optional.ofNullable(contents.get(id)).map(byte[]::clone);
  }

  private static byte[] content(String id, FileSource source) {
    byte[] content =
        switch (source) {
          case FileSource.Content(var value) -> value.reveal().getBytes(StandardCharsets.UTF_8);
          case FileSource.HostFile(String path) -> file(id, Path.of(path));
          case FileSource.External external ->
              throw new EngineException(
                  Kind.NOT_SUPPORTED,
                  "the secret `" + id + "` of the build is an external one",
                  "",
                  "a build takes secrets that have a `file`, an `environment` or a `content`");
        };
    if (content.length > LARGEST) {
      throw new EngineException(
          Kind.INVALID,
          "the secret `" + id + "` of the build is larger than 500 KiB",
          "",
          "no engine mounts a larger one; `additional_contexts` brings files of any size");
    }
    return content;
  }

  private static byte[] file(String id, Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LARGEST + 1);
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID,
          "cannot read the secret `" + id + "` of the build from `" + path + "`",
          reason(path, e),
          e);
    }
  }

  private static String reason(Path path, IOException e) {
    if (Files.isDirectory(path)) {
      return "it is a folder";
    }
    return Files.exists(path) ? String.valueOf(e.getMessage()) : "there is no such file";
  }
}
