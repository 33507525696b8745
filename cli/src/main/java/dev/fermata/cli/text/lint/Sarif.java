package dev.fermata.cli.text.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.text.JsonText;
import dev.fermata.cli.text.Version;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Severity;
import dev.fermata.model.source.Span;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Findings in SARIF 2.1.0, the format that code hosts show beside the lines of a change. */
public final class Sarif {
  private final JsonGenerator json;
  private final List<Diagnostic> found;
  private final List<Code> rules;

  private Sarif(JsonGenerator json, List<Diagnostic> found) {
    this.json = json;
    this.found = found;
    this.rules = found.stream().map(Diagnostic::code).distinct().sorted().toList();
  }

  public static String of(List<Diagnostic> found) {
    return JsonText.of(json -> {
      json.useDefaultPrettyPrinter();
      new Sarif(json, found).log();
    })
        + "\n";
  }

  private void log() throws IOException {
    json.writeStartObject();
    json.writeStringField("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    tool();
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeArrayFieldStart("results");
    for (Diagnostic diagnostic : found) {
      result(diagnostic);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
  }

  private void tool() throws IOException {
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "fermata");
    json.writeStringField("semanticVersion", Version.NUMBER);
    json.writeArrayFieldStart("rules");
    for (Code code : rules) {
      rule(code);
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(Code code) throws IOException {
    String words = code.text().replace('-', ' ');
    json.writeStartObject();
    json.writeStringField("id", code.text());
    text("shortDescription", words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    text("fullDescription", "Explained under `%s` in docs/messages.md".formatted(code.text()));
    text("help", help(code));
    json.writeEndObject();
  }

  /** An error cannot be silenced. */
  private String help(Code code) {
    String name = code.text();
    boolean isError = found.stream().anyMatch(one -> one.code() == code && one.isError());
    String explained = "Explained under `%s` in docs/messages.md".formatted(name);
    return isError
        ? explained
        : explained + ". To silence it: `# fermata: ignore=%s`".formatted(name);
  }

  private void result(Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("ruleId", diagnostic.code().text());
    json.writeNumberField("ruleIndex", rules.indexOf(diagnostic.code()));
    json.writeStringField("level", diagnostic.severity() == Severity.ERROR ? "error" : "warning");
    text(
        "message",
        diagnostic.message().shown()
            + diagnostic.hint().map(hint -> "\nHint: " + hint.shown()).orElse(""));
    Optional<Span> place = diagnostic.span().filter(Span::isInFile);
    if (place.isPresent()) {
      json.writeArrayFieldStart("locations");
      json.writeStartObject();
      physical(place.get());
      json.writeEndObject();
      json.writeEndArray();
    }
    if (!diagnostic.related().isEmpty()) {
      related(diagnostic.related());
    }
    json.writeEndObject();
  }

  private void related(List<Diagnostic.Related> places) throws IOException {
    json.writeArrayFieldStart("relatedLocations");
    for (Diagnostic.Related related : places) {
      // Flags and variables are no place that a code host could show.
      if (!related.span().isInFile()) {
        continue;
      }
      json.writeStartObject();
      physical(related.span());
      text("message", related.message().shown());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void physical(Span span) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    json.writeObjectFieldStart("artifactLocation");
    json.writeStringField("uri", uri(span.source().name()));
    json.writeEndObject();
    if (span.isWritten()) {
      region(span);
    }
    json.writeEndObject();
  }

  private void region(Span span) throws IOException {
    json.writeObjectFieldStart("region");
    json.writeNumberField("startLine", span.start().line());
    json.writeNumberField("startColumn", span.start().column());
    json.writeNumberField("endLine", span.end().line());
    json.writeNumberField("endColumn", span.end().column());
    json.writeEndObject();
  }

  private void text(String field, String text) throws IOException {
    json.writeObjectFieldStart(field);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  /** Paths as URIs: relative ones stay relative, to the folder that the user is in. */
  private static String uri(String path) {
    try {
      return path.startsWith("/")
          ? new URI("file", "", path, null).toASCIIString()
          : new URI(null, null, path.contains(":") ? "./" + path : path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a bug: no URI of " + path, e);
    }
  }
}
