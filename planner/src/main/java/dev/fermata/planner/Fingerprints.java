package dev.fermata.planner;

import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of what a project wants, each made once. */
final class Fingerprints {
  private final Project project;
  private final Map<ServiceName, ConfigDigest> services = new HashMap<>();

  Fingerprints(Project project) {
    this.project = project;
  }

  ConfigDigest of(Service service) {
    return services.computeIfAbsent(
        service.name(),
        name ->
            ConfigDigest.of(project.name() + "/" + name, DefinitionFields.of(project, service)));
  }

  ConfigDigest of(Network network) {
    return ConfigDigest.of(network.name(), DefinitionFields.of(network));
  }

  ConfigDigest of(Volume volume) {
    return ConfigDigest.of(volume.name(), DefinitionFields.of(volume));
  }
}
