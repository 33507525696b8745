package dev.fermata.cli.text.provenance;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.model.provenance.Origin;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Assignment;
import dev.fermata.model.tree.Draw;
import dev.fermata.model.tree.Node;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Where a value comes from, as fields of a JSON object. */
final class OriginJson {
  private OriginJson() {}

  static void fields(JsonGenerator json, Origin origin) throws IOException {
    json.writeStringField("manner", word(origin.manner()));
    place(json, "source", origin.place());
    if (!origin.draws().isEmpty()) {
      json.writeArrayFieldStart("variables");
      for (Draw draw : origin.draws()) {
        variable(json, draw);
      }
      json.writeEndArray();
    }
  }

  static void replaced(JsonGenerator json, Origin origin) throws IOException {
    if (origin.replaced().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("replaces");
    for (Node node : origin.replaced()) {
      place(json, node.span());
    }
    json.writeEndArray();
  }

  static void place(JsonGenerator json, String field, Span span) throws IOException {
    json.writeFieldName(field);
    place(json, span);
  }

  private static void place(JsonGenerator json, Span span) throws IOException {
    json.writeStartObject();
    if (span.isWritten()) {
      json.writeStringField("file", span.source().name());
      json.writeNumberField("line", span.start().line());
      json.writeNumberField("column", span.start().column());
    } else {
      json.writeStringField("name", span.source().name());
    }
    json.writeEndObject();
  }

  private static void variable(JsonGenerator json, Draw draw) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", draw.variable());
    json.writeStringField("gave", word(draw.kind()));
    if (draw.assignment().isPresent()) {
      place(json, "source", draw.assignment().get().span());
      hidden(json, draw.assignment().get());
    }
    json.writeEndObject();
  }

  private static void hidden(JsonGenerator json, Assignment winner) throws IOException {
    if (winner.hidden().isEmpty()) {
      return;
    }
    json.writeArrayFieldStart("hides");
    Optional<Assignment> next = winner.hidden();
    while (next.isPresent()) {
      place(json, next.get().span());
      next = next.get().hidden();
    }
    json.writeEndArray();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
