package dev.fermata.model.load.bind;

import dev.fermata.model.Build;
import dev.fermata.model.Value;
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

/** Binds how an image is made. */
final class BuildBinder {
  private BuildBinder() {}

  static Build build(Mapping build) {
    return new Build(
        BuildTable.CONTEXT.in(build).orElse("."),
        BuildTable.DOCKERFILE.in(build),
        BuildTable.DOCKERFILE_INLINE.in(build),
        args(build),
        BuildTable.TARGET.in(build),
        ServiceBinder.texts(BuildTable.LABELS, build),
        BuildTable.TAGS.in(build).orElse(List.of()),
        BuildTable.NETWORK.in(build),
        NetworkingBinder.hosts(BuildTable.EXTRA_HOSTS, build),
        BuildTable.CACHE_FROM.in(build).orElse(List.of()),
        options(build),
        BuildTable.unsupported(build));
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
