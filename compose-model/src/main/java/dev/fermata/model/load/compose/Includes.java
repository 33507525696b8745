package dev.fermata.model.load.compose;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.env.EnvFiles;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.IncludeTable;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Brings the resources of other Compose files in under a document. An included project has its own
 * directory and env file, and sees the variables of the one that includes it first.
 */
final class Includes {

  private static final List<String> WORKLOADS =
      ProjectTable.WORKLOADS.stream().map(Attribute::name).toList();

  private static final int MAX_DEPTH = 100;
  private static final int MAX_COUNT = 10_000;

  private final Documents documents;
  private final SourceFiles sources;
  private int count;

  Includes(Documents documents, SourceFiles sources) {
    this.documents = documents;
    this.sources = sources;
  }

  Result<Mapping> apply(Mapping document, DocumentContext scope) {
    Optional<Node> include = ProjectTable.INCLUDE.nodeIn(document);
    if (include.isEmpty() || include.get() instanceof Faulty) {
      return Result.of(ProjectTable.INCLUDE.removedFrom(document));
    }
    if (include.get() instanceof Scalar scalar && scalar.isNull()) {
      return Result.of(ProjectTable.INCLUDE.removedFrom(document));
    }
    Result<Mapping> whole = Result.of(ProjectTable.INCLUDE.removedFrom(document));
    if (!(include.get() instanceof Sequence entries)) {
      return Result.of(
          ProjectTable.INCLUDE.removedFrom(document),
          List.of(wrong(include.get(), "`include` must be a list")));
    }
    for (Node entry : entries.items()) {
      whole = whole.then(over -> imported(entry, scope).then(under -> laid(over, under)));
    }
    return whole;
  }

  /** Services that are not included as well stay as written: they may extend others by tags. */
  private static Result<Mapping> laid(Mapping over, Mapping under) {
    Result<Mapping> merged = Schema.merge(under, over);
    return merged.then(whole ->
        Result.of(
            whole.mapValues((name, node) ->
                node instanceof Mapping section && WORKLOADS.contains(name)
                    ? asWritten(section, over.entriesOf(name), under.entriesOf(name))
                    : node)));
  }

  private static Mapping asWritten(
      Mapping merged, Map<String, Mapping.Entry> own, Map<String, Mapping.Entry> included) {
    return merged.mapValues((name, node) -> {
      Mapping.Entry written = own.get(name);
      return written == null || included.containsKey(name) ? node : written.value();
    });
  }

  /**
   * An entry without a path, as an empty variable leaves it, is passed over: so does Docker
   * Compose.
   */
  private Result<Mapping> imported(Node node, DocumentContext scope) {
    Result<Entry> entry = entry(node);
    if (entry.value().isEmpty() || entry.value().get().paths().isEmpty()) {
      return Result.of(Mapping.empty(node.span()), entry.diagnostics());
    }
    return entry.then(sound -> load(sound, scope));
  }

  private Result<Mapping> load(Entry entry, DocumentContext scope) {
    var diagnostics = new ArrayList<Diagnostic>();
    List<FileReference> files = files(entry, scope, diagnostics);
    if (files.size() < entry.paths().size()) {
      return Result.of(Mapping.empty(entry.span()), diagnostics);
    }
    FileReference main = files.getFirst();
    if (scope.includedBy().size() > MAX_DEPTH || ++count > MAX_COUNT) {
      return Result.of(Mapping.empty(entry.span()), List.of(tooMany(entry)));
    }
    if (scope.includedBy().contains(main.path())) {
      return Result.of(Mapping.empty(entry.span()), List.of(cycle(main, scope)));
    }
    String usual = SourceFiles.directoryOf(main.path());
    Result<String> given =
        entry
            .directory()
            .map(path -> sources.resolve(scope.directory(), path))
            .orElseGet(() -> Result.of(usual));
    String directory = given.value().orElse(usual);
    return Result.of(directory, given.diagnostics())
        .then(home -> variables(entry, home, scope))
        .then(known ->
            documents.settled(files, new DocumentContext(directory, known, scope.includedBy())))
        .then(settled -> Result.of(ProjectTable.included(settled)));
  }

  /** The files of an entry; one that may not or cannot be read is reported and left out. */
  private List<FileReference> files(
      Entry entry, DocumentContext scope, List<Diagnostic> diagnostics) {
    var files = new ArrayList<FileReference>();
    for (Scalar path : entry.paths()) {
      Result<String> located = sources.locate(scope.directory(), path);
      located.value().ifPresent(file -> files.add(FileReference.at(path, file)));
      diagnostics.addAll(located.diagnostics());
    }
    if (files.size() < entry.paths().size()) {
      documents.missOne();
    }
    return files;
  }

  private Result<Variables> variables(Entry entry, String directory, DocumentContext scope) {
    var diagnostics = new ArrayList<Diagnostic>();
    var files = new ArrayList<FileReference>();
    for (Scalar file : entry.environmentFiles()) {
      Result<String> located = sources.resolve(scope.directory(), file);
      diagnostics.addAll(located.diagnostics());
      if (located.value().isEmpty()) {
        continue;
      }
      String path = located.value().get();
      if (!path.equals("/dev/null") && !sources.isThere(path)) {
        diagnostics.add(
            Diagnostic.error(
                Code.FILE_NOT_FOUND,
                file.span(),
                ComposeSentences.ENV_FILE_NOT_FOUND,
                file.quote()));
      } else {
        files.add(FileReference.at(file, path));
      }
    }
    String usual = sources.absolute(directory, ".env");
    if (entry.environmentFiles().isEmpty() && sources.isFile(usual)) {
      Optional<Diagnostic> objection =
          sources.checkouts().intrusion(entry.span(), Quote.name(usual));
      objection.ifPresentOrElse(diagnostics::add, () -> files.add(FileReference.given(usual)));
    }
    Result<Variables> read = new EnvFiles(sources).readAll(files, scope.variables());
    diagnostics.addAll(read.diagnostics());
    Variables own = read.value().orElse(Variables.NONE);
    return Result.of(scope.variables().above(own), diagnostics);
  }

  private static Diagnostic tooMany(Entry entry) {
    return Diagnostic.error(
        Code.TOO_LARGE,
        entry.span(),
        "includes in a chain of more than %s, or more than %s in all",
        Quote.number(MAX_DEPTH),
        Quote.number(MAX_COUNT));
  }

  private Diagnostic cycle(FileReference file, DocumentContext scope) {
    List<String> chain = new ArrayList<>(scope.includedBy());
    chain.add(file.path());
    List<String> circle = chain.subList(chain.indexOf(file.path()), chain.size());
    Message shown =
        Message.list(
            "`%s`",
            " -> ",
            circle.stream().<MessagePart>map(path -> file.as(sources.shownAs(path))).toList());
    return Diagnostic.error(
        Code.INCLUDE_CYCLE,
        file.namedAt().orElseThrow(),
        circle.size() == 2
            ? Message.of("the file includes itself: %s", shown)
            : Message.of("the files include each other: %s", shown));
  }

  /** One entry of {@code include}, in its long form. */
  private record Entry(
      List<Scalar> paths, Optional<Scalar> directory, List<Scalar> environmentFiles, Span span) {}

  private static Result<Entry> entry(Node node) {
    return switch (node) {
      case Scalar path when path.kind() == Scalar.Kind.STRING ->
          Result.of(new Entry(List.of(path), Optional.empty(), List.of(), path.span()));
      case Scalar scalar when scalar.isNull() -> Result.failed(List.of());
      case Mapping mapping -> longForm(mapping);
      case Faulty faulty -> Result.failed(List.of());
      default ->
          Result.failed(
              List.of(wrong(node, "an entry of `include` must be a path or a mapping with one")));
    };
  }

  private static Result<Entry> longForm(Mapping mapping) {
    var diagnostics = new ArrayList<Diagnostic>();
    mapping.entries().forEach((key, entry) -> unknown(key, entry).ifPresent(diagnostics::add));
    List<Scalar> paths = texts(mapping, IncludeTable.PATH, diagnostics);
    List<Scalar> directory = texts(mapping, IncludeTable.PROJECT_DIRECTORY, diagnostics);
    var entry =
        new Entry(
            paths,
            directory.stream().findFirst(),
            texts(mapping, IncludeTable.ENV_FILE, diagnostics),
            mapping.span());
    return Result.of(entry, diagnostics);
  }

  private static Optional<Diagnostic> unknown(String key, Mapping.Entry entry) {
    if (IncludeTable.TABLE.attribute(key).isPresent() || key.startsWith("x-")) {
      return Optional.empty();
    }
    var diagnostic =
        Diagnostic.error(
            Code.UNKNOWN_ATTRIBUTE,
            entry.keySpan(),
            "unknown attribute `%s` in %s",
            Quote.name(key),
            Quote.word(IncludeTable.TABLE.subject()));
    return Optional.of(
        DidYouMean.of(Quote.name(key), IncludeTable.TABLE.names())
            .map(diagnostic::hint)
            .orElse(diagnostic));
  }

  private static List<Scalar> texts(
      Mapping mapping, Attribute<?> attribute, List<Diagnostic> diagnostics) {
    Node value = attribute.nodeIn(mapping).orElse(null);
    return switch (value) {
      case null -> List.of();
      case Scalar scalar when scalar.isNull() -> List.of();
      case Sequence sequence ->
          sequence.items().stream()
              .flatMap(item -> text(item, attribute, diagnostics).stream())
              .toList();
      default -> text(value, attribute, diagnostics).stream().toList();
    };
  }

  private static Optional<Scalar> text(
      Node node, Attribute<?> attribute, List<Diagnostic> diagnostics) {
    if (node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING) {
      return Optional.of(scalar);
    }
    if (!(node instanceof Faulty)) {
      diagnostics.add(wrong(node, "`%s` must be a path or a list of paths", Quote.word(attribute)));
    }
    return Optional.empty();
  }

  private static Diagnostic wrong(
      Node node, @CompileTimeConstant String template, MessagePart... parts) {
    return Diagnostic.error(Code.WRONG_TYPE, node.span(), template, parts);
  }
}
