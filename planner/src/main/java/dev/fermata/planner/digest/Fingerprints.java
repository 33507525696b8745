package dev.fermata.planner.digest;

import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import java.util.HashMap;
import java.util.Map;

/** The fingerprints of what a project wants, each made once. */
public final class Fingerprints {
  private final Project project;
  private final Map<ServiceName, ConfigDigest> services = new HashMap<>();

  public Fingerprints(Project project) {
    this.project = project;
  }

  public ConfigDigest of(Service service) {
    return services.computeIfAbsent(
        service.name(),
        name ->
            ConfigDigest.of(project.name() + "/" + name, DefinitionFields.of(project, service)));
  }

  public ConfigDigest of(Network network) {
    return ConfigDigest.of(network.name(), DefinitionFields.of(network));
  }

  public ConfigDigest of(Volume volume) {
    return ConfigDigest.of(volume.name(), DefinitionFields.of(volume));
  }
}
