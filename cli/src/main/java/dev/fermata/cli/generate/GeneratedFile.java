package dev.fermata.cli.generate;

import dev.fermata.model.builder.Attributes;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.VolumeTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.tree.Mapping;
import dev.fermata.runner.engine.listing.DescribedContainer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The document: a service for each container, or for all that belong to one service of a project.
 * The networks and volumes that they use are named as ones that are there, so that data and
 * neighbours stay within reach.
 */
public record GeneratedFile(Optional<String> name, Optional<Path> folder) {

  public Mapping of(List<DescribedContainer> containers) {
    List<ServiceGroup> groups = ServiceGroup.of(containers);
    var document = Attributes.of("project");
    name.ifPresent(text -> document.set(ProjectTable.NAME.name(), text));
    var services = new TreeMap<String, Object>();
    var networks = new TreeMap<String, Object>();
    var volumes = new TreeMap<String, Object>();
    var secrets = new TreeMap<String, Object>();
    var definition = new ServiceDefinition(groups, folder);
    for (ServiceGroup group : groups) {
      services.put(group.name(), definition.of(group));
      DescribedContainer first = group.first();
      first.networks().forEach(network -> networks.put(network, existing()));
      first.volumes().forEach(volume -> volumes.put(volume, existing()));
      first.secrets().forEach((secret, file) -> secrets.put(secret, secret(file)));
    }
    document.set(ProjectTable.SERVICES.name(), services);
    add(document, ProjectTable.NETWORKS, networks);
    add(document, ProjectTable.VOLUMES, volumes);
    add(document, ProjectTable.SECRETS, secrets);
    return document.mapping();
  }

  private static void add(Attributes document, Attribute<?> section, Map<String, Object> entries) {
    if (!entries.isEmpty()) {
      document.set(section.name(), entries);
    }
  }

  private static Map<String, Object> existing() {
    return Map.of(VolumeTable.EXTERNAL.name(), true);
  }

  private Map<String, Object> secret(String file) {
    return Map.of(SecretTables.FILE.name(), Paths.from(folder, file));
  }
}
