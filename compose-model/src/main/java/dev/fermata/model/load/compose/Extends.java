package dev.fermata.model.load.compose;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.ExtendsTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lays services over those that they extend, in the same document or in another file. A base is
 * looked up in the document that names it, never in the merged model.
 */
final class Extends {
  private static final int MAX_CHAIN = 100;

  private final Documents documents;
  private final SourceFiles sources;

  /** For the values that services get from others. */
  private final Budget values = new Budget(2_000_000);

  Extends(Documents documents, SourceFiles sources) {
    this.documents = documents;
    this.sources = sources;
  }

  Result<Mapping> apply(Mapping document, DocumentContext scope) {
    Result<Mapping> whole = Result.of(document);
    for (Attribute<?> section : ProjectTable.WORKLOADS) {
      whole = whole.then(base -> apply(section.name(), base, scope));
    }
    return whole;
  }

  /** A job extends a job of its own file, and a service of another one. */
  private Result<Mapping> apply(String section, Mapping document, DocumentContext scope) {
    if (!(document.get(section).orElse(null) instanceof Mapping workloads)
        || workloads.entries().values().stream()
            .noneMatch(e -> extendsNode(e.value()).isPresent())) {
      return Result.of(document);
    }
    var walk = new Walk(scope.variables());
    var family =
        new Family(FileReference.given(scope.includedBy().getLast()), workloads, scope.directory());
    Mapping resolved = workloads.mapValues((name, node) -> walk.resolve(name, family));
    return Result.of(document.with(section, resolved), walk.diagnostics);
  }

  private static Optional<Node> extendsNode(Node service) {
    return service instanceof Mapping mapping
        ? ServiceTable.EXTENDS.nodeIn(mapping)
        : Optional.empty();
  }

  /** The services of one document, as written, and where relative paths in it start. */
  private record Family(FileReference named, Mapping services, String directory) {
    String file() {
      return named.path();
    }
  }

  /** A step of a chain, to tell cycles by. */
  private record Link(String file, String service, Span span) {
    boolean isSame(Link other) {
      return file.equals(other.file) && service.equals(other.service);
    }
  }

  /** A service with what it extends, over so many others. */
  private record Resolved(Node node, int length) {}

  /** The walk through one document: what it has resolved and found so far. */
  private final class Walk {
    private final Variables variables;
    private final List<Diagnostic> diagnostics = new ArrayList<>();
    private final Map<String, Optional<Family>> families = new HashMap<>();
    private final Map<List<String>, Resolved> resolved = new HashMap<>();
    private boolean gaveUp;

    Walk(Variables variables) {
      this.variables = variables;
    }

    Node resolve(String name, Family family) {
      return resolve(name, family, List.of()).node();
    }

    /** What a mistake on the way led to holds for this way alone. */
    private Resolved resolve(String name, Family family, List<Link> chain) {
      var key = List.of(family.file(), name);
      Resolved known = resolved.get(key);
      if (known != null) {
        return known;
      }
      int before = diagnostics.size();
      Node service = family.services().get(name).orElseThrow();
      Resolved whole =
          service instanceof Mapping own
                  && ServiceTable.EXTENDS.nodeIn(own).orElse(null) instanceof Mapping base
              ? extended(new Link(family.file(), name, base.span()), own, base, family, chain)
              : new Resolved(service, 0);
      if (chain.isEmpty() || diagnostics.size() == before) {
        resolved.put(key, whole);
      }
      return whole;
    }

    private Resolved extended(
        Link link, Mapping own, Mapping wanted, Family family, List<Link> chain) {
      var longer = new ArrayList<>(chain);
      longer.add(link);
      if (chain.stream().anyMatch(link::isSame)) {
        diagnostics.add(cycle(longer));
        return new Resolved(orphan(own), 0);
      }
      if (gaveUp) {
        return new Resolved(orphan(own), 0);
      }
      if (!(ExtendsTable.SERVICE.nodeIn(wanted).orElse(null) instanceof Scalar service)
          || service.kind() != Scalar.Kind.STRING) {
        return new Resolved(own, 0);
      }
      Optional<Resolved> base =
          chain.size() > MAX_CHAIN
              ? Optional.of(new Resolved(own, MAX_CHAIN))
              : family(wanted, family)
                  .filter(there -> isThere(service, there))
                  .map(there -> resolve(service.text(), there, longer));
      if (gaveUp) {
        return new Resolved(orphan(own), 0);
      }
      Optional<Diagnostic> excess = base.flatMap(below -> excess(below, link));
      if (excess.isPresent()) {
        diagnostics.add(excess.get());
        gaveUp = true;
        return new Resolved(orphan(own), 0);
      }
      return base.map(below -> new Resolved(lay(below.node(), own), below.length() + 1))
          .orElseGet(() -> new Resolved(orphan(own), 0));
    }

    private Optional<Diagnostic> excess(Resolved base, Link link) {
      if (base.length() >= MAX_CHAIN) {
        return Optional.of(tooLong(link));
      }
      return values.spend(Nodes.count(base.node())) ? Optional.empty() : Optional.of(tooMuch(link));
    }

    /** A base that is there but says nothing leaves the service as it is, as in Docker Compose. */
    private Node lay(Node base, Mapping own) {
      if (Nodes.isNull(base)) {
        return own;
      }
      if (!(base instanceof Mapping below)) {
        return orphan(own);
      }
      Result<Mapping> merged =
          Schema.mergeService(Mapping.empty(below.span()), ServiceTable.EXTENDS.removedFrom(below))
              .then(clean -> Schema.mergeService(clean, ServiceTable.EXTENDS.removedFrom(own)));
      diagnostics.addAll(merged.diagnostics());
      return merged.value().map(Node.class::cast).orElse(own).withTag(own.tag());
    }

    private Optional<Family> family(Mapping wanted, Family here) {
      Optional<Node> file = ExtendsTable.FILE.nodeIn(wanted).filter(node -> !Nodes.isNull(node));
      if (file.isEmpty()) {
        return Optional.of(here);
      }
      if (!(file.get() instanceof Scalar path) || path.kind() != Scalar.Kind.STRING) {
        if (!(file.get() instanceof Faulty)) {
          diagnostics.add(
              Diagnostic.error(
                  Code.WRONG_TYPE, file.get().span(), "the `file` of `extends` must be a text"));
        }
        return Optional.empty();
      }
      Result<String> located = sources.locate(here.directory(), path);
      diagnostics.addAll(located.diagnostics());
      return located
          .value()
          .flatMap(
              absolute -> families.computeIfAbsent(absolute, p -> read(FileReference.at(path, p))));
    }

    private Optional<Family> read(FileReference file) {
      String directory = SourceFiles.directoryOf(file.path());
      var scope = new DocumentContext(directory, variables, List.of());
      Result<Mapping> base =
          documents.base(file, scope).then(loaded -> documents.pathsResolved(loaded, scope));
      diagnostics.addAll(base.diagnostics());
      if (base.value().isEmpty()) {
        return Optional.empty();
      }
      if (!(ProjectTable.SERVICES.nodeIn(base.value().get()).orElse(null)
          instanceof Mapping services)) {
        diagnostics.add(
            Diagnostic.error(
                Code.UNDEFINED_SERVICE,
                file.namedAt().orElseThrow(),
                "`%s` has no services to extend",
                file.as(sources.shownAs(file.path()))));
        return Optional.empty();
      }
      return Optional.of(new Family(file, services, directory));
    }

    private boolean isThere(Scalar service, Family family) {
      if (family.services().get(service.text()).isPresent()) {
        return true;
      }
      var diagnostic =
          Diagnostic.error(
              Code.UNDEFINED_SERVICE,
              service.span(),
              "no service `%s` to extend in `%s`",
              service.quote(),
              family.named().as(sources.shownAs(family.file())));
      diagnostics.add(
          DidYouMean.orFew(service.quote(), family.services().entries().keySet())
              .map(diagnostic::hint)
              .orElse(diagnostic));
      return false;
    }
  }

  private static Diagnostic tooLong(Link link) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        link.span(),
        "more than %s services extend each other in a chain",
        Quote.number(MAX_CHAIN));
  }

  private Diagnostic tooMuch(Link link) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        link.span(),
        "services get more than %s values from others",
        Quote.number(values.whole()));
  }

  /** A service whose base was not found: what it may have got from there is not missed. */
  private static Mapping orphan(Mapping own) {
    Mapping alone = ServiceTable.EXTENDS.removedFrom(own);
    return ContainerTable.IMAGE.nodeIn(alone).isPresent()
            || WorkloadTable.BUILD.nodeIn(alone).isPresent()
        ? alone
        : ContainerTable.IMAGE.setIn(alone, new Faulty(own.span()));
  }

  private static Diagnostic cycle(List<Link> chain) {
    Link last = chain.getLast();
    int start = 0;
    while (!chain.get(start).isSame(last)) {
      start++;
    }
    List<Link> circle = chain.subList(start, chain.size());
    Message names =
        Message.list(
            "`%s`",
            " -> ", circle.stream().<MessagePart>map(link -> Quote.name(link.service())).toList());
    Message message =
        circle.size() == 2
            ? Message.of("the service extends itself: %s", names)
            : Message.of("the services extend each other: %s", names);
    var diagnostic = Diagnostic.error(Code.EXTENDS_CYCLE, circle.getFirst().span(), message);
    for (Link link : circle.subList(1, circle.size() - 1)) {
      diagnostic = diagnostic.related(link.span(), "`%s` extends", Quote.name(link.service()));
    }
    return diagnostic;
  }
}
