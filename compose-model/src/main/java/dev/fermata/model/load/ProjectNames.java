package dev.fermata.model.load;

import dev.fermata.model.ProjectName;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.compose.DocumentSteps;
import dev.fermata.model.load.file.FileReference;
import dev.fermata.model.load.file.SourceFiles;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.MergeTag;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The project's name: from the flag, else {@code COMPOSE_PROJECT_NAME}, else the last {@code name:}
 * of the files, else the directory. The first two must be valid; the others are made so.
 */
final class ProjectNames {
  static final String VARIABLE = "COMPOSE_PROJECT_NAME";

  /** A file, or the name in it, is faulty: that is reported where the documents are read. */
  private static final Result<Assignment> UNDECIDED = Result.failed(List.of());

  private ProjectNames() {}

  static Result<Assignment> decide(
      LoadRequest request, LoadContext surroundings, SourceFiles sources, DocumentSteps steps) {
    Optional<String> flag = request.projectName().filter(name -> !name.isEmpty());
    if (flag.isPresent()) {
      return explicit(Assignment.of(flag.get(), Span.of("--project-name")), "--project-name");
    }
    Optional<Assignment> variable =
        surroundings.variables().assignment(VARIABLE).filter(found -> !found.value().isEmpty());
    if (variable.isPresent()) {
      return explicit(variable.get(), VARIABLE);
    }
    for (String file : surroundings.files().reversed()) {
      var documents = sources.documents(FileReference.given(file)).flatMap(Result::value);
      if (documents.isEmpty()) {
        return UNDECIDED;
      }
      Optional<Node> name =
          documents.get().stream()
              .flatMap(document -> nameIn(document).stream())
              .reduce((earlier, later) -> later);
      if (name.isPresent()) {
        return written(name.get(), surroundings.variables(), steps);
      }
    }
    return ofDirectory(surroundings.namesake());
  }

  /** The name that a document gives itself, of which nothing is filled in. */
  static Result<Assignment> of(Mapping document) {
    return nameIn(document).orElse(null) instanceof Scalar name && isText(name)
        ? made(name, name)
        : UNDECIDED;
  }

  private static Optional<Node> nameIn(Node document) {
    return document instanceof Mapping mapping
        ? ProjectTable.NAME.nodeIn(mapping).filter(ProjectNames::saysSomething)
        : Optional.empty();
  }

  private static boolean saysSomething(Node name) {
    return isText(name)
        ? !Nodes.text(name).isEmpty()
        : !Nodes.isNull(name) && name.tag() != MergeTag.RESET;
  }

  private static boolean isText(Node node) {
    return node instanceof Scalar scalar && scalar.kind() == Scalar.Kind.STRING;
  }

  private static Result<Assignment> written(Node node, Variables variables, DocumentSteps steps) {
    if (!(node instanceof Scalar name) || !isText(node)) {
      return UNDECIDED;
    }
    Mapping document = Mapping.empty(name.span()).with(ProjectTable.NAME.name(), name);
    Optional<Node> filled =
        steps
            .interpolation()
            .apply(document, variables)
            .value()
            .flatMap(whole -> ProjectTable.NAME.nodeIn(whole));
    return filled.isPresent() && filled.get() instanceof Scalar sound
        ? made(name, sound)
        : UNDECIDED;
  }

  private static Result<Assignment> explicit(Assignment given, String origin) {
    String text = given.value();
    if (ProjectName.isValid(text)) {
      return Result.of(given);
    }
    var diagnostic =
        Diagnostic.error(
            Code.INVALID_PROJECT_NAME,
            given.span().isWritten() ? given.span() : Span.of(origin),
            "`%s` cannot be a project name: small letters, digits, `-` and `_` can, the first one being a letter or a digit",
            given.quote(origin));
    String valid = normalised(text);
    return Result.failed(
        List.of(
            valid.isEmpty()
                ? diagnostic
                : diagnostic.hint("`%s` would do", given.quote(origin).as(valid))));
  }

  private static Result<Assignment> made(Scalar name, Scalar filled) {
    String valid = normalised(filled.text());
    if (!valid.isEmpty()) {
      return Result.of(Assignment.of(valid, name.span()));
    }
    return Result.failed(
        List.of(
            Diagnostic.error(
                Code.INVALID_PROJECT_NAME,
                name.span(),
                filled.text().isEmpty()
                    ? Message.of("the project's name is empty")
                    : Message.of("`%s` leaves nothing for a project name", filled.quote()))));
  }

  private static Result<Assignment> ofDirectory(String directory) {
    String valid = normalised(directory.substring(directory.lastIndexOf('/') + 1));
    if (!valid.isEmpty()) {
      return Result.of(Assignment.of(valid, Span.of("the directory's name")));
    }
    return Result.failed(
        List.of(
            Diagnostic.error(
                    Code.INVALID_PROJECT_NAME,
                    "the directory `%s` gives no project name",
                    Quote.name(directory))
                .hint("give one by `-p`, or by `name:` in the compose file")));
  }

  private static String normalised(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^-_a-z0-9]", "").replaceFirst("^[-_]+", "");
  }
}
