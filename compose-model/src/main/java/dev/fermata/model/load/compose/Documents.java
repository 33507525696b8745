package dev.fermata.model.load.compose;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.GrantContents;
import dev.fermata.model.load.normalise.Defaults;
import dev.fermata.model.load.normalise.PathResolution;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads files and lays their documents over each other, first to last: each one is interpolated,
 * its short forms are written out, and what it includes and extends is brought in under it.
 */
public final class Documents {
  private final SourceFiles sources;
  private final DocumentSteps steps;
  private final Includes includes;
  private final Extends extending;
  private final Budget ports = Site.portsOfAProject();
  private boolean complete = true;

  public Documents(SourceFiles sources, DocumentSteps steps) {
    this.sources = sources;
    this.steps = steps;
    this.includes = new Includes(this, sources);
    this.extending = new Extends(this, sources);
  }

  /** Whether all that the files bring in could be read: else what is undefined may stand there. */
  public boolean areComplete() {
    return complete;
  }

  void missOne() {
    complete = false;
  }

  /** The files of a project, or of one entry of {@code include}, as one checked document. */
  public Result<Mapping> load(List<FileReference> files, DocumentContext scope) {
    Mapping merged = Mapping.empty(Span.of("the project"));
    var diagnostics = new ArrayList<Diagnostic>();
    for (FileReference file : files) {
      Result<List<Mapping>> read = read(file, missing(file, scope));
      diagnostics.addAll(read.diagnostics());
      if (!isWhole(read)) {
        missOne();
      }
      for (Mapping document : read.value().orElse(List.of())) {
        Result<Mapping> next = lay(document, merged, scope.inside(file.path()));
        diagnostics.addAll(next.diagnostics());
        merged = next.value().orElse(merged);
      }
    }
    boolean sound = diagnostics.stream().noneMatch(Diagnostic::isError);
    boolean isProject = scope.includedBy().isEmpty();
    if (isProject && sound && merged.entries().isEmpty() && !files.isEmpty()) {
      missOne();
      diagnostics.add(nothingIn(files.getFirst()));
    }
    return Result.of(merged, diagnostics);
  }

  /** A document that was made in code: no variables are filled in. */
  public Result<Mapping> made(Mapping document, DocumentContext scope) {
    Span project = Span.of("the project");
    return steps
        .shortForms()
        .apply(document, ports)
        .then(own -> over(own, Mapping.empty(project), scope.inside(project.source().name())));
  }

  private static boolean isWhole(Result<List<Mapping>> read) {
    return read.value().isPresent()
        && read.diagnostics().stream().noneMatch(found -> found.code() == Code.YAML_SYNTAX);
  }

  /** The files of an entry of {@code include}, tied to where they stand: their own directory. */
  Result<Mapping> settled(List<FileReference> files, DocumentContext scope) {
    return load(files, scope)
        .then(loaded -> Result.of(steps.environment().apply(loaded, scope.variables())))
        .then(loaded -> Result.of(GrantContents.noted(loaded, scope.variables())))
        .then(loaded -> Result.of(Defaults.fill(loaded)))
        .then(loaded -> pathsResolved(loaded, scope));
  }

  /**
   * A file that others extend services of: only read, interpolated and written out. Its tags are
   * still there, for what its services extend in turn.
   */
  Result<Mapping> base(FileReference file, DocumentContext scope) {
    Result<List<Mapping>> read = read(file, notFound(file, file.as(sources.shownAs(file.path()))));
    if (read.value().isEmpty()) {
      return Result.failed(read.diagnostics());
    }
    List<Mapping> documents = read.value().get();
    Mapping nothing = Mapping.empty(Span.of(sources.shownAs(file.path())));
    Result<Mapping> merged =
        Result.of(documents.isEmpty() ? nothing : documents.getFirst(), read.diagnostics())
            .then(first -> written(first, scope));
    for (Mapping document : documents.stream().skip(1).toList()) {
      merged = merged.then(base -> written(document, scope).then(over -> Schema.merge(base, over)));
    }
    return merged;
  }

  /** Made absolute, as seen from where the document stands. */
  Result<Mapping> pathsResolved(Mapping document, DocumentContext scope) {
    return PathResolution.resolve(
        document, scope.directory(), scope.variables(), sources.checkouts());
  }

  private Result<Mapping> lay(Mapping document, Mapping below, DocumentContext scope) {
    return written(document, scope).then(own -> over(own, below, scope));
  }

  private Result<Mapping> over(Mapping own, Mapping below, DocumentContext scope) {
    Mapping cleared =
        Resets.in(own).flatMap(resets -> Schema.merge(below, resets).value()).orElse(below);
    return includes
        .apply(own, scope)
        .then(whole -> extending.apply(whole, scope))
        .then(over -> Schema.merge(cleared, over))
        .then(steps.check());
  }

  private Result<Mapping> written(Mapping document, DocumentContext scope) {
    return steps
        .interpolation()
        .apply(document, scope.variables())
        .then(whole -> steps.shortForms().apply(whole, ports));
  }

  private Diagnostic missing(FileReference file, DocumentContext scope) {
    return scope.includedBy().isEmpty()
        ? missing(file)
        : notFound(file, file.as(sources.shownAs(file.path())));
  }

  /** A file that the user named on the command line is shown by its whole path. */
  private static Diagnostic missing(FileReference file) {
    Diagnostic missing = notFound(file, file.as(file.path()));
    return file.namedAt().filter(Span::isWritten).isPresent()
        ? missing.hint("relative paths in `COMPOSE_FILE` start from the current directory")
        : missing;
  }

  private Result<List<Mapping>> read(FileReference file, Diagnostic missing) {
    Optional<Result<List<Node>>> read = sources.documents(file);
    return read.map(result -> result.then(documents -> mappings(documents, file)))
        .orElseGet(() -> Result.failed(List.of(missing)));
  }

  private static Result<List<Mapping>> mappings(List<Node> documents, FileReference file) {
    var mappings = new ArrayList<Mapping>();
    var diagnostics = new ArrayList<Diagnostic>();
    for (Node document : documents) {
      boolean nothing = document instanceof Scalar scalar && scalar.isNull();
      if (document instanceof Mapping mapping) {
        mappings.add(mapping);
      } else if (!nothing || documents.size() > 1) {
        diagnostics.add(
            file.naming(
                Diagnostic.error(
                    Code.WRONG_TYPE,
                    document.span(),
                    nothing
                        ? Message.of("this document has nothing in it: remove its `---`")
                        : Message.of(
                            "a Compose file must be a mapping, such as `services: ...`"))));
      }
    }
    return diagnostics.isEmpty() || !mappings.isEmpty()
        ? Result.of(mappings, diagnostics)
        : Result.failed(diagnostics);
  }

  private static Diagnostic notFound(FileReference file, Quote shown) {
    return file.error(Code.FILE_NOT_FOUND, "no file `%s`", shown);
  }

  private Diagnostic nothingIn(FileReference file) {
    String name = sources.shownAs(file.path());
    return Diagnostic.error(
            Code.EMPTY_FILE,
            file.namedAt().filter(Span::isWritten).orElseGet(() -> Span.ofFile(name)),
            "`%s` has nothing in it",
            file.as(name))
        .hint("start with `services:`");
  }
}
