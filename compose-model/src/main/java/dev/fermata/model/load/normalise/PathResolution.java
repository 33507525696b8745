package dev.fermata.model.load.normalise;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.remote.Checkouts;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.VolumeTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.PathRule;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.attribute.TableWalk;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.SeccompText;
import dev.fermata.model.text.SlashPath;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the paths of a document absolute, as its attributes' path rules say. */
public final class PathResolution {
  private static final Pattern WINDOWS = Pattern.compile("[a-zA-Z]:[\\\\/].*|\\\\\\\\.*");
  private static final List<String> REMOTE =
      List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@");

  private static final Set<PathRule> OF_HOST = Set.of(PathRule.HOST, PathRule.GRANT);

  /** Options of the {@code local} driver: what its mount is, and of what. */
  private static final String BIND_OPTION = "o";

  private static final String DEVICE_OPTION = "device";

  private final String directory;
  private final Optional<String> home;
  private final Checkouts checkouts;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private PathResolution(String directory, Optional<String> home, Checkouts checkouts) {
    this.directory = directory;
    this.home = home;
    this.checkouts = checkouts;
  }

  /** Seen from {@code directory}; {@code ~} is the variable {@code HOME}, where it is set. */
  public static Result<Mapping> resolve(
      Mapping document, String directory, Variables variables, Checkouts checkouts) {
    var resolution = new PathResolution(directory, variables.value("HOME"), checkouts);
    Mapping resolved = TableWalk.rewrite(document, Schema.FILE, resolution::attributes);
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
      case FILE, CONTEXT, GRANT, HOST -> each(rule, value);
      case BUILD -> build(value);
      case SECURITY -> profiles(value);
      case BIND_SOURCE -> has(around, MountTable.TYPE, "bind") ? each(PathRule.HOST, value) : value;
      case BIND_OPTIONS -> has(around, VolumeTable.DRIVER, "local") ? device(value) : value;
    };
  }

  private Node device(Node options) {
    if (!(options instanceof Mapping mapping) || !isText(mapping.get(BIND_OPTION), "bind")) {
      return options;
    }
    return mapping
        .get(DEVICE_OPTION)
        .map(device -> (Node) mapping.with(DEVICE_OPTION, each(PathRule.HOST, device)))
        .orElse(mapping);
  }

  /** The context has been looked at already; an address has nothing of this machine. */
  private Node build(Node node) {
    if (!(node instanceof Mapping build)
        || !(BuildTable.CONTEXT.nodeIn(build).orElse(null) instanceof Scalar context)
        || !context.text().startsWith("/")) {
      return node;
    }
    Span place = BuildTable.DOCKERFILE.nodeIn(build).map(Node::span).orElse(context.span());
    Quote written = BuildTable.DOCKERFILE.nodeIn(build).map(Nodes::quote).orElse(Quote.name(""));
    return filesReadByName(build).stream()
            .anyMatch(file -> isRefused(place, context.quote(), written.as(file)))
        ? BuildTable.DOCKERFILE.setIn(build, new Faulty(place))
        : build;
  }

  /** Beside what is sent of a context as it is, links as links. */
  private static List<String> filesReadByName(Mapping build) {
    Optional<Node> dockerfile = BuildTable.DOCKERFILE.nodeIn(build);
    if (dockerfile.filter(Faulty.class::isInstance).isPresent()) {
      return List.of();
    }
    String name = dockerfile.map(Nodes::text).filter(text -> !text.isEmpty()).orElse("Dockerfile");
    return BuildTable.DOCKERFILE_INLINE.nodeIn(build).isPresent()
        ? List.of(".dockerignore")
        : List.of(name, name + ".dockerignore", ".dockerignore");
  }

  private Node profiles(Node options) {
    return options instanceof Sequence sequence
        ? sequence.mapItems(option ->
            SeccompText.profile(Nodes.text(option))
                    .filter(file ->
                        isRefused(
                            option.span(), Quote.name(directory), Nodes.quote(option).as(file)))
                    .isPresent()
                ? new Faulty(option.span())
                : option)
        : options;
  }

  /** Says so where a remote project has nothing to look for. */
  private boolean isRefused(Span place, Quote from, Quote file) {
    Quote absolute = Quote.madeOf(SlashPath.join(from.text(), file.text()), from, file);
    Optional<Diagnostic> objection =
        file.text().startsWith("/")
            ? checkouts.intrusion(place, absolute)
            : checkouts.escape(place, from.text(), absolute);
    objection.ifPresent(diagnostics::add);
    return objection.isPresent();
  }

  private static boolean has(Mapping mapping, Attribute<?> attribute, String text) {
    return isText(attribute.nodeIn(mapping), text);
  }

  private static boolean isText(Optional<Node> node, String text) {
    return node.map(Nodes::text).filter(text::equals).isPresent();
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
    boolean windows = OF_HOST.contains(rule) && WINDOWS.matcher(expanded).matches();
    boolean empty = !OF_HOST.contains(rule) && expanded.isEmpty();
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
      return checkouts.escape(scalar.span(), directory, scalar.quote().as(absolute));
    }
    return rule != PathRule.HOST && absolute.startsWith("/")
        ? checkouts.intrusion(scalar.span(), scalar.quote().as(absolute))
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
