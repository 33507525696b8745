package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.Nodes;
import dev.fermata.model.schema.PathRule;
import dev.fermata.model.schema.SlashPath;
import dev.fermata.model.schema.Table;
import dev.fermata.model.schema.TableWalk;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes the paths of a document absolute, as its attributes' path rules say. */
final class PathResolution {
  private static final Pattern WINDOWS = Pattern.compile("[a-zA-Z]:[\\\\/].*|\\\\\\\\.*");
  private static final List<String> REMOTE =
      List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@");

  private final String directory;
  private final Optional<String> home;
  private final Checkouts checkouts;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PathResolution(String directory, Optional<String> home, Checkouts checkouts) {
    this.directory = directory;
    this.home = home;
    this.checkouts = checkouts;
  }

  /** Seen from {@code directory}; {@code ~} is {@code home}, where there is one. */
  static Result<Mapping> resolve(
      Mapping document, String directory, Optional<String> home, Checkouts checkouts) {
    var resolution = new PathResolution(directory, home, checkouts);
    Mapping resolved = TableWalk.rewrite(document, resolution::attributes);
    return Result.of(resolved, resolution.diagnostics);
  }

  private Mapping attributes(Mapping mapping, Table table) {
    Mapping resolved = mapping;
    for (Attribute<?> attribute : table.attributes()) {
      Optional<Node> value = mapping.get(attribute.name());
      if (attribute.pathRule().isPresent() && value.isPresent()) {
        Node path = resolve(attribute.pathRule().get(), mapping, value.get());
        resolved = resolved.with(attribute.name(), path);
      }
    }
    return resolved;
  }

  private Node resolve(PathRule rule, Mapping around, Node value) {
    return switch (rule) {
      case FILE, CONTEXT, HOST -> each(rule, value);
      case BIND_SOURCE -> has(around, "type", "bind") ? each(PathRule.HOST, value) : value;
      case BIND_OPTIONS -> has(around, "driver", "local") ? device(value) : value;
    };
  }

  private Node device(Node options) {
    if (!(options instanceof Mapping mapping) || !has(mapping, "o", "bind")) {
      return options;
    }
    return mapping
        .get("device")
        .map(device -> (Node) mapping.with("device", each(PathRule.HOST, device)))
        .orElse(mapping);
  }

  private static boolean has(Mapping mapping, String key, String text) {
    return mapping.get(key).filter(node -> Nodes.text(node).equals(text)).isPresent();
  }

  private Node each(PathRule rule, Node node) {
    return switch (node) {
      case Scalar scalar -> Nodes.isNull(scalar) ? scalar : absolute(rule, scalar);
      case Sequence sequence -> {
        var paths = new ArrayList<Node>();
        sequence.items().forEach(item -> paths.add(each(rule, item)));
        yield sequence.withItems(paths);
      }
      case Mapping mapping -> {
        Mapping resolved = mapping;
        for (var entry : mapping.entries().entrySet()) {
          resolved = resolved.with(entry.getKey(), each(rule, entry.getValue().value()));
        }
        yield resolved;
      }
      case Faulty faulty -> faulty;
    };
  }

  /** Faulty where a remote project has nothing to look for. */
  private Node absolute(PathRule rule, Scalar scalar) {
    String path = scalar.text();
    if (rule == PathRule.CONTEXT && isNoPath(path)) {
      return scalar;
    }
    String expanded = expandHome(path);
    boolean windows = rule == PathRule.HOST && WINDOWS.matcher(expanded).matches();
    boolean empty = rule != PathRule.HOST && expanded.isEmpty();
    boolean done = empty || windows || expanded.startsWith("/");
    String absolute = done ? expanded : SlashPath.join(directory, expanded);
    Optional<Diagnostic> objection = objection(rule, scalar, done, absolute);
    objection.ifPresent(diagnostics::add);
    return objection.isPresent()
        ? new Faulty(scalar.span())
        : scalar.withText(done ? scalar.kind() : Scalar.Kind.STRING, absolute);
  }

  private Optional<Diagnostic> objection(
      PathRule rule, Scalar scalar, boolean asWritten, String absolute) {
    if (!asWritten) {
      return checkouts.escape(scalar.span(), directory, absolute);
    }
    return rule == PathRule.FILE && absolute.startsWith("/")
        ? checkouts.intrusion(scalar.span(), absolute)
        : Optional.empty();
  }

  private static boolean isNoPath(String context) {
    return context.contains("://")
        || context.startsWith("service:")
        || REMOTE.stream().anyMatch(context::startsWith);
  }

  private String expandHome(String path) {
    return home.isPresent() && path.startsWith("~")
        ? SlashPath.clean(home.get() + "/" + path.substring(1))
        : path;
  }
}
