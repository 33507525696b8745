package dev.fermata.model.load;

import java.util.List;

/**
 * What a load starts from: the project directory, the directory that names a project without a name
 * (another one where the project is a remote one), the compose files (absolute, or {@code -}), the
 * env files that the user named, the variables that both they and the process set, and the
 * profiles.
 */
record Surroundings(
    String directory,
    String namesake,
    List<String> files,
    List<String> environmentFiles,
    Variables variables,
    List<String> profiles) {

  Surroundings {
    files = List.copyOf(files);
    environmentFiles = List.copyOf(environmentFiles);
    profiles = List.copyOf(profiles);
  }
}
