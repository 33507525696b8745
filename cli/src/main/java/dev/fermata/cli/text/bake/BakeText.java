package dev.fermata.cli.text.bake;

import dev.fermata.cli.text.config.ConfigJson;
import dev.fermata.cli.text.config.Dollars;
import dev.fermata.model.Project;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The builds of a project as a file for {@code docker buildx bake}, in Docker Compose's form and
 * order. Values of arguments are there: whoever asks for it wants to build by it.
 */
public final class BakeText {
  static final Span PLACE = Span.of("bake");

  /** What is to become of the images. */
  public enum Use {
    BUILD,
    PUSH,
    /** The Dockerfiles are looked at alone. */
    CHECK
  }

  private BakeText() {}

  /** {@code built} are the services whose images are asked for; the others are there for them. */
  public static String of(Project project, Collection<ServiceName> built, Use use) {
    SortedMap<ServiceName, String> names = names(project);
    Mapping targets = Mapping.empty(PLACE);
    SortedMap<String, Mapping> byName = new TreeMap<>();
    names.forEach((service, name) ->
        byName.put(name, new BakeTarget(project, service(project, service), names, use).mapping()));
    for (var target : byName.entrySet()) {
      targets = targets.with(target.getKey(), target.getValue());
    }
    List<String> asked =
        names.entrySet().stream()
            .filter(name -> built.contains(name.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    Mapping group = Mapping.empty(PLACE).with("targets", texts(asked));
    return ConfigJson.text(
        Mapping.empty(PLACE)
            .with("group", Mapping.empty(PLACE).with("default", group))
            .with("target", targets),
        Dollars.KEPT);
  }

  /** Of all services that are built; a dot cannot be in a target's name. */
  private static SortedMap<ServiceName, String> names(Project project) {
    SortedSet<ServiceName> services = new TreeSet<>();
    project.services().values().stream()
        .filter(service -> service.build().isPresent())
        .forEach(service -> services.add(service.name()));
    for (ServiceName name : List.copyOf(services)) {
      services.addAll(BuildContexts.of(project, name));
    }
    SortedMap<ServiceName, String> names = new TreeMap<>();
    for (ServiceName service : services) {
      String name = service.text().replace('.', '_');
      while (names.containsValue(name)) {
        name += "_";
      }
      names.put(service, name);
    }
    return Collections.unmodifiableSortedMap(names);
  }

  private static Service service(Project project, ServiceName name) {
    return project
        .anyService(name)
        .orElseThrow(() -> new IllegalStateException("a bug: there is no service " + name));
  }

  static Sequence texts(List<String> texts) {
    return Sequence.of(texts.stream().map(text -> Scalar.string(text, PLACE)).toList(), PLACE);
  }

  /** Without what says nothing, as Docker Compose leaves it out. */
  static Mapping with(Mapping target, String key, List<String> texts) {
    return texts.isEmpty() ? target : target.with(key, texts(texts));
  }

  static Mapping with(Mapping target, String key, Optional<String> text) {
    return text.isEmpty() ? target : target.with(key, Scalar.string(text.get(), PLACE));
  }

  static Mapping with(Mapping target, String key, SortedMap<String, String> texts) {
    if (texts.isEmpty()) {
      return target;
    }
    Mapping mapping = Mapping.empty(PLACE);
    for (var text : texts.entrySet()) {
      mapping = mapping.with(text.getKey(), Scalar.string(text.getValue(), PLACE));
    }
    return target.with(key, mapping);
  }

  static Mapping with(Mapping target, String key, boolean isOn) {
    return isOn ? target.with(key, Scalar.bool(true, PLACE)) : target;
  }

  static List<String> added(List<String> texts, String last) {
    var more = new ArrayList<>(texts);
    more.add(last);
    return more;
  }
}
