package dev.fermata.planner.digest;

import dev.fermata.model.Definition;
import dev.fermata.model.FileSource;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.Value;
import dev.fermata.model.Volume;
import dev.fermata.model.canonical.DigestFields;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import dev.fermata.planner.spec.Grants;
import java.util.SortedMap;
import java.util.TreeMap;

/** The fields that a resource is compared by, each by its path: {@code environment.LOG_LEVEL}. */
final class DefinitionFields {
  private DefinitionFields() {}

  /** A service, and the content of what it is granted. */
  static SortedMap<String, Value> of(Project project, Service service) {
    SortedMap<String, Value> fields = new TreeMap<>(DigestFields.of(service));
    Grants.of(project, service).forEach((path, source) -> put(fields, path, source));
    return fields;
  }

  static SortedMap<String, Value> of(Network network) {
    SortedMap<String, Value> fields = new TreeMap<>();
    flatten(network.definition(), fields);
    return fields;
  }

  static SortedMap<String, Value> of(Volume volume) {
    SortedMap<String, Value> fields = new TreeMap<>();
    flatten(volume.definition(), fields);
    return fields;
  }

  private static void put(SortedMap<String, Value> fields, String path, FileSource source) {
    switch (source) {
      case FileSource.HostFile file -> fields.put(path + ".file", Value.plain(file.path()));
      case FileSource.Content content -> fields.put(path + ".content", content.value());
      case FileSource.External external -> {}
    }
  }

  private static void flatten(Definition<?> definition, SortedMap<String, Value> fields) {
    definition.tree().entries().forEach((key, entry) -> flatten(key, entry.value(), fields));
  }

  private static void flatten(String path, Node node, SortedMap<String, Value> fields) {
    switch (node) {
      case Mapping mapping ->
          mapping.entries().forEach((k, v) -> fields.put(path + "." + k, text(v.value())));
      case Scalar scalar -> fields.put(path, text(scalar));
      case Sequence sequence -> fields.put(path, text(sequence));
      case Faulty faulty -> {}
    }
  }

  /** Options of drivers may hold passwords. */
  private static Value text(Node node) {
    return Value.sensitive(GoJson.write(node));
  }
}
