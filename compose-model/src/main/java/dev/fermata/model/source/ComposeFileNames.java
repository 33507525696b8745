package dev.fermata.model.source;

import java.util.List;

/** The names under which a directory's compose file is found, the most usual one first. */
public final class ComposeFileNames {
  public static final List<String> MAIN =
      List.of("compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml");

  /** Of the file that is laid over it, where there is one. */
  public static final List<String> OVERRIDES =
      List.of(
          "compose.override.yml",
          "compose.override.yaml",
          "docker-compose.override.yml",
          "docker-compose.override.yaml");

  private ComposeFileNames() {}
}
