package dev.fermata.cli.text.lint;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.cli.text.JsonText;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.source.Span;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Findings as JSON, for other programs. The shape is versioned: fields are added within a version,
 * never changed or removed. Lines and columns count from 1; the end is the first place behind.
 */
public final class LintJson {
  private static final int VERSION = 1;

  private LintJson() {}

  public static String of(List<Diagnostic> found) {
    return JsonText.of(json -> {
      json.useDefaultPrettyPrinter();
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      json.writeArrayFieldStart("diagnostics");
      for (Diagnostic diagnostic : found) {
        write(json, diagnostic);
      }
      json.writeEndArray();
      json.writeEndObject();
    })
        + "\n";
  }

  private static void write(JsonGenerator json, Diagnostic diagnostic) throws IOException {
    json.writeStartObject();
    json.writeStringField("code", diagnostic.code().text());
    json.writeStringField("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    json.writeStringField("message", diagnostic.message().shown());
    Optional<String> hint = diagnostic.hint().map(Message::shown);
    if (hint.isPresent()) {
      json.writeStringField("hint", hint.get());
    }
    if (diagnostic.span().isPresent()) {
      write(json, diagnostic.span().get());
    }
    json.writeArrayFieldStart("related");
    for (Diagnostic.Related related : diagnostic.related()) {
      json.writeStartObject();
      json.writeStringField("message", related.message().shown());
      write(json, related.span());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A place that is no file (a flag, a variable) has its name alone. */
  private static void write(JsonGenerator json, Span span) throws IOException {
    json.writeStringField("file", span.source().name());
    if (span.source().text().isEmpty()) {
      return;
    }
    json.writeNumberField("line", span.start().line());
    json.writeNumberField("column", span.start().column());
    json.writeNumberField("endLine", span.end().line());
    json.writeNumberField("endColumn", span.end().column());
  }
}
