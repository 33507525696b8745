package dev.fermata.model.load;

import dev.fermata.model.Naming;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What surrounds the merged document: {@code environment} is the project's (process and env files
 * together), {@code services} are those named on the command line.
 */
record Setting(
    String projectName,
    String workingDirectory,
    List<String> composeFiles,
    List<String> environmentFiles,
    Variables environment,
    List<String> profiles,
    List<String> services,
    Set<LoadRequest.Variant> variants) {
  Setting {
    composeFiles = List.copyOf(composeFiles);
    environmentFiles = List.copyOf(environmentFiles);
    profiles = List.copyOf(profiles);
    services = List.copyOf(services);
    variants = Set.copyOf(variants);
  }

  boolean is(LoadRequest.Variant variant) {
    return variants.contains(variant);
  }

  Naming naming() {
    return is(LoadRequest.Variant.COMPATIBILITY) ? Naming.UNDERSCORES : Naming.DASHES;
  }

  Optional<String> variable(String name) {
    return environment.value(name);
  }
}
