package dev.fermata.planner;

import dev.fermata.model.Definition;
import dev.fermata.model.Network;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Small projects made in code. */
public final class Projects {
  static final Span HERE = Span.of("test");

  private Projects() {}

  public static Project project(
      String name, List<Service> services, List<Network> networks, List<Volume> volumes) {
    return new Project(
        new ProjectName(name),
        "/project",
        List.of("/project/compose.yaml"),
        List.of(),
        byKey(services, Service::name),
        new TreeMap<>(),
        byKey(networks, Network::key),
        byKey(volumes, Volume::key),
        new TreeMap<>(),
        new TreeMap<>(),
        definition(Map.of()));
  }

  private static <K extends Comparable<K>, V> SortedMap<K, V> byKey(
      Collection<V> values, Function<V, K> key) {
    SortedMap<K, V> map = new TreeMap<>();
    values.forEach(value -> map.put(key.apply(value), value));
    return map;
  }

  static Network network(String project, String key, String subnet) {
    return new Network(
        key,
        project + "_" + key,
        false,
        Optional.empty(),
        new TreeMap<>(),
        Set.of(),
        Optional.empty(),
        new TreeMap<>(),
        definition(Map.of("subnet", subnet)));
  }

  static Volume volume(String project, String key, String driver) {
    return new Volume(
        key,
        project + "_" + key,
        false,
        Optional.of(driver),
        new TreeMap<>(),
        new TreeMap<>(),
        definition(Map.of("driver", driver)));
  }

  static Definition definition(Map<String, String> fields) {
    Map<String, Mapping.Entry> entries = new LinkedHashMap<>();
    new TreeMap<>(fields)
        .forEach((key, text) -> entries.put(key, new Mapping.Entry(HERE, scalar(text))));
    return new Definition(Mapping.of(entries, HERE));
  }

  private static Node scalar(String text) {
    return Scalar.string(text, HERE);
  }

  static Set<ServiceName> names(String... names) {
    return List.of(names).stream().map(ServiceName::new).collect(Collectors.toSet());
  }
}
