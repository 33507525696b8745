package dev.fermata.model.load;

import dev.fermata.model.ProjectName;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What to load. {@code files} are as the user gave them ({@code -} is standard input); none means:
 * search {@code currentDirectory} and its parents. {@code environment} is the process environment.
 * {@code services} are those named on the command line: they and what they depend on are enabled.
 */
public record LoadRequest(
    String currentDirectory,
    List<String> files,
    Optional<String> projectName,
    Optional<String> projectDirectory,
    List<String> profiles,
    List<String> environmentFiles,
    List<String> services,
    Map<String, String> environment,
    Set<Variant> variants,
    String standardInput) {

  /** Other lists of stages than the usual one. */
  public enum Variant {
    NO_INTERPOLATE,
    NO_NORMALIZE,
    NO_PATH_RESOLUTION,
    NO_CONSISTENCY,
    NO_ENVIRONMENT_RESOLUTION,
    /** Keeps networks, volumes, secrets and configs that no enabled service uses. */
    ALL_RESOURCES,
    /** Keeps jobs whose profiles are not active. */
    ALL_JOBS,
    /** Jobs may be named like services, as long as they may be run by hand. */
    RUNS_JOBS,
    /** Docker Compose v1 names. */
    COMPATIBILITY,
    /** Services named are enabled without what they depend on. */
    NO_DEPENDENCIES,
    /** With services named, those are enabled too that share namespaces with their containers. */
    WITH_SHARERS,
    /** Projects that lie elsewhere are fetched. */
    ALLOW_REMOTE,
    /** Those that {@link LoadRequest#files} name are fetched, also by a branch or a tag. */
    TRUST_NAMED_REMOTE
  }

  public LoadRequest {
    files = List.copyOf(files);
    profiles = List.copyOf(profiles);
    environmentFiles = List.copyOf(environmentFiles);
    services = List.copyOf(services);
    environment = Map.copyOf(environment);
    variants = Set.copyOf(variants);
  }

  public static LoadRequest of(String currentDirectory, Map<String, String> environment) {
    return new LoadRequest(
        currentDirectory,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        environment,
        Set.of(),
        "");
  }

  public LoadRequest in(String directory, Map<String, String> variables) {
    return new LoadRequest(
        directory,
        files,
        projectName,
        projectDirectory,
        profiles,
        environmentFiles,
        services,
        variables,
        variants,
        standardInput);
  }

  /** Of the project of this name, whatever the files and the environment say. */
  public LoadRequest named(ProjectName name) {
    return new LoadRequest(
        currentDirectory,
        files,
        Optional.of(name.text()),
        projectDirectory,
        profiles,
        environmentFiles,
        services,
        environment,
        variants,
        standardInput);
  }

  public LoadRequest withProfiles(String... active) {
    return new LoadRequest(
        currentDirectory,
        files,
        projectName,
        projectDirectory,
        List.of(active),
        environmentFiles,
        services,
        environment,
        variants,
        standardInput);
  }
}
