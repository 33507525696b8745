package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.attribute.Attribute.Trait;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Table;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The JSON Schema of compose files, made from the attribute tables. Draft 7, which every editor
 * knows. Each table is one definition, named by the place where it is met first; where a word or a
 * number is wanted, a text with a variable will do as well.
 */
public final class SchemaJson {
  private final JsonGenerator json;
  private final FormJson forms;
  private final Meanings meanings = Meanings.read();
  private final Map<Table, String> names = new HashMap<>();
  private final Deque<Table> open = new ArrayDeque<>();

  private SchemaJson(JsonGenerator json) {
    this.json = json;
    this.forms = new FormJson(json, this::name);
  }

  public static String text() {
    return JsonText.of(json -> {
      json.useDefaultPrettyPrinter();
      new SchemaJson(json).write();
    })
        + "\n";
  }

  private void write() throws IOException {
    if (!(Schema.form() instanceof Form.Attributes(Table root))) {
      throw new IllegalStateException("a bug: a file has no table");
    }
    json.writeStartObject();
    json.writeStringField("$schema", "http://json-schema.org/draft-07/schema#");
    json.writeStringField("title", "Compose file");
    json.writeStringField("description", "What Fermata reads; made by `fermata schema`");
    names.put(root, "");
    table(root);
    json.writeObjectFieldStart("definitions");
    while (!open.isEmpty()) {
      Table table = open.removeFirst();
      json.writeObjectFieldStart(name(table, ""));
      json.writeStringField("title", table.subject().replace("`", ""));
      table(table);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** The definition of a table; {@code place} names one that is met for the first time. */
  private String name(Table table, String place) {
    return names.computeIfAbsent(
        table,
        found -> {
          open.addLast(found);
          return place;
        });
  }

  private void table(Table table) throws IOException {
    String place = names.getOrDefault(table, "");
    json.writeStringField("type", "object");
    json.writeObjectFieldStart("properties");
    for (Attribute<?> row : table.attributes()) {
      String below = place.isEmpty() ? row.name() : place + "." + row.name();
      json.writeObjectFieldStart(row.name());
      json.writeStringField("title", row.name());
      json.writeStringField("description", AttributeText.sentence(meanings.of(below), row));
      forms.write(row.shape().form(), below);
      json.writeEndObject();
    }
    json.writeEndObject();
    if (table.allowsExtensions()) {
      json.writeObjectFieldStart("patternProperties");
      json.writeObjectFieldStart("^x-");
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeBooleanField("additionalProperties", false);
    required(table);
  }

  private void required(Table table) throws IOException {
    List<String> required =
        table.attributes().stream()
            .filter(row -> row.is(Trait.REQUIRED))
            .map(Attribute::name)
            .toList();
    if (!required.isEmpty()) {
      JsonText.writeTexts(json, "required", required);
    }
    if (!table.alternatives().isEmpty()) {
      json.writeArrayFieldStart("anyOf");
      for (Attribute<?> row : table.alternatives()) {
        json.writeStartObject();
        json.writeArrayFieldStart("required");
        json.writeString(row.name());
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    }
  }
}
