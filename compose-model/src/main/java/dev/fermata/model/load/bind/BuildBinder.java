package dev.fermata.model.load.bind;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.Platform;
import dev.fermata.model.Value;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Binds how an image is made. */
final class BuildBinder {
  private BuildBinder() {}

  static Build build(Mapping build) {
    return new Build(
        source(build),
        args(build),
        image(build),
        new Build.Caches(
            list(BuildTable.CACHE_FROM, build),
            list(BuildTable.CACHE_TO, build),
            list(BuildTable.NO_CACHE_FILTER, build)),
        sandbox(build),
        new Build.Access(secrets(build), BuildTable.SSH.in(build).orElseGet(TreeMap::new)),
        options(build));
  }

  private static <T> List<T> list(Attribute<List<T>> attribute, Mapping build) {
    return attribute.in(build).orElse(List.of());
  }

  private static Build.Source source(Mapping build) {
    var contexts = new TreeMap<String, BuildContext>();
    ServiceBinder.texts(BuildTable.ADDITIONAL_CONTEXTS, build)
        .forEach((name, text) -> contexts.put(name, BuildContext.of(text)));
    return new Build.Source(
        BuildContext.of(BuildTable.CONTEXT.in(build).orElse(".")),
        BuildTable.DOCKERFILE.in(build),
        BuildTable.DOCKERFILE_INLINE.in(build),
        BuildTable.TARGET.in(build),
        contexts);
  }

  private static Build.Image image(Mapping build) {
    return new Build.Image(
        ServiceBinder.texts(BuildTable.LABELS, build),
        list(BuildTable.TAGS, build),
        list(BuildTable.PLATFORMS, build).stream().map(Platform::of).toList(),
        BuildTable.PROVENANCE.in(build),
        BuildTable.SBOM.in(build));
  }

  private static Build.Sandbox sandbox(Mapping build) {
    return new Build.Sandbox(
        BuildTable.NETWORK.in(build),
        NetworkingBinder.hosts(BuildTable.EXTRA_HOSTS, build),
        BuildTable.SHM_SIZE.in(build),
        ResourcesBinder.ulimits(BuildTable.ULIMITS, build),
        BuildTable.ISOLATION.in(build),
        entitlements(build));
  }

  /** To be privileged is one of them. */
  private static SortedSet<String> entitlements(Mapping build) {
    var entitlements = new TreeSet<>(list(BuildTable.ENTITLEMENTS, build));
    if (BuildTable.PRIVILEGED.in(build).orElse(false)) {
      entitlements.add(Build.Sandbox.INSECURE);
    }
    return entitlements;
  }

  /** Whose a secret is and who may read it is for the step that mounts it to say. */
  private static SortedMap<String, String> secrets(Mapping build) {
    var secrets = new TreeMap<String, String>();
    for (Mapping grant : list(BuildTable.SECRETS, build)) {
      String source = GrantTable.SOURCE.in(grant).orElse("");
      secrets.put(GrantTable.TARGET.in(grant).orElse(source), source);
    }
    return secrets;
  }

  private static SequencedMap<String, Value> args(Mapping build) {
    var args = new LinkedHashMap<String, Value>();
    build
        .entriesOf(BuildTable.ARGS.name())
        .forEach((name, entry) -> {
          if (!Nodes.isNull(entry.value())) {
            args.put(name, arg(name, entry.value()));
          }
        });
    return args;
  }

  /** Secret by its name, or by what it was drawn from. */
  private static Value arg(String name, Node node) {
    String text = Nodes.text(node);
    return node.history().draws().stream().anyMatch(Draw::isSecret)
        ? Value.sensitive(text)
        : ServiceBinder.value(name, text);
  }

  private static Set<Build.Option> options(Mapping build) {
    var options = EnumSet.noneOf(Build.Option.class);
    if (BuildTable.NO_CACHE.in(build).orElse(false)) {
      options.add(Build.Option.NO_CACHE);
    }
    if (BuildTable.PULL.in(build).orElse(false)) {
      options.add(Build.Option.PULL);
    }
    return options;
  }
}
