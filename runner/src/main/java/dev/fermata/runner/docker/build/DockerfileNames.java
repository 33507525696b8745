package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Serving.Folder;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What users are shown of a Dockerfile that BuildKit knows by its name alone. */
record DockerfileNames(BuildFolders folders) implements UnaryOperator<String> {
  private static final String INLINE = "dockerfile_inline";

  @Override
  public String apply(String name) {
    Optional<Folder> folder = Optional.ofNullable(folders.folders().get(BuildFolders.DOCKERFILE));
    return folder.map(it -> in(it, name)).orElseGet(() -> fetched(name));
  }

  private static String in(Folder folder, String name) {
    return switch (folder) {
      case Folder.OnDisk disk -> disk.path().resolve(name).toString();
      case Folder.InMemory memory -> INLINE;
    };
  }

  private String fetched(String name) {
    return folders.attributes().getOrDefault("context", "") + " " + name;
  }
}
