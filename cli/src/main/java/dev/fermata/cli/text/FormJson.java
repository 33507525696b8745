package dev.fermata.cli.text;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fermata.model.schema.attribute.Cast;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.tree.Scalar.Kind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Forms of values as keywords of a JSON Schema, written into an object that is open. */
final class FormJson {
  private static final String VARIABLE = "\\$";
  private static final String TRUTH =
      "^([Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]|[Yy]([Ee][Ss])?|[Nn][Oo]?|[Oo][Nn]|[Oo][Ff][Ff])$";

  private final JsonGenerator json;
  private final BiFunction<Table, String, String> names;

  /** {@code names} gives the definition of a table that is met at a place. */
  FormJson(JsonGenerator json, BiFunction<Table, String, String> names) {
    this.json = json;
    this.names = names;
  }

  void write(Form form, String place) throws IOException {
    switch (form) {
      case Form.Anything anything -> {}
      case Form.Single single -> single(single);
      case Form.Attributes(Table table) -> {
        json.writeArrayFieldStart("allOf");
        json.writeStartObject();
        json.writeStringField("$ref", "#/definitions/" + names.apply(table, place));
        json.writeEndObject();
        json.writeEndArray();
      }
      case Form.ListOf list -> {
        json.writeStringField("type", "array");
        below("items", list.item(), place);
        if (list.repeats() == Form.Repeats.REFUSED) {
          json.writeBooleanField("uniqueItems", true);
        }
      }
      case Form.MapOf map -> mapOf(map, place);
      case Form.AnyOf(List<Form> alternatives) -> {
        json.writeArrayFieldStart("anyOf");
        for (Form alternative : alternatives) {
          json.writeStartObject();
          write(alternative, place);
          json.writeEndObject();
        }
        json.writeEndArray();
      }
    }
  }

  private void mapOf(Form.MapOf map, String place) throws IOException {
    json.writeStringField("type", "object");
    if (map.keys().isPresent()) {
      json.writeObjectFieldStart("patternProperties");
      below("^" + map.keys().get().pattern() + "$", map.value(), place);
      json.writeEndObject();
      json.writeBooleanField("additionalProperties", false);
      return;
    }
    below("additionalProperties", map.value(), place);
  }

  private void below(String keyword, Form form, String place) throws IOException {
    json.writeObjectFieldStart(keyword);
    write(form, place);
    json.writeEndObject();
  }

  /** Keywords that are about texts or about numbers pass over values of other types. */
  private void single(Form.Single single) throws IOException {
    List<String> types = types(single);
    if (types.size() == 1) {
      json.writeStringField("type", types.getFirst());
    } else {
      JsonText.writeTexts(json, "type", types);
    }
    Optional<String> pattern = pattern(single);
    if (pattern.isPresent()) {
      json.writeStringField("pattern", pattern.get());
    }
    if (!single.limits().words().isEmpty()) {
      words(single.limits().words());
    }
    if (single.limits().least() > Long.MIN_VALUE) {
      json.writeNumberField("minimum", single.limits().least());
    }
    if (single.limits().most() < Long.MAX_VALUE) {
      json.writeNumberField("maximum", single.limits().most());
    }
  }

  private void words(List<String> words) throws IOException {
    json.writeArrayFieldStart("anyOf");
    json.writeStartObject();
    JsonText.writeTexts(json, "enum", words);
    json.writeEndObject();
    json.writeStartObject();
    json.writeStringField("pattern", VARIABLE);
    json.writeEndObject();
    json.writeEndArray();
  }

  private static List<String> types(Form.Single single) {
    Set<Kind> kinds = single.kinds();
    var types = new ArrayList<String>();
    if (kinds.contains(Kind.STRING)) {
      types.add("string");
    }
    if (kinds.contains(Kind.FLOAT) && !single.isWhole()) {
      types.add("number");
    } else if (kinds.contains(Kind.INTEGER)) {
      types.add("integer");
    }
    if (kinds.contains(Kind.BOOLEAN)) {
      types.add("boolean");
    }
    if (kinds.contains(Kind.NULL)) {
      types.add("null");
    }
    return types;
  }

  private static Optional<String> pattern(Form.Single single) {
    return single
        .limits()
        .pattern()
        .map(own -> own.pattern())
        .or(() -> single.cast().map(FormJson::pattern))
        .map(pattern -> pattern + "|" + VARIABLE);
  }

  private static String pattern(Cast cast) {
    return switch (cast) {
      case INTEGER -> "^[-+]?[0-9]+$";
      case FLOAT -> "^[-+]?[0-9.]+([eE][-+]?[0-9]+)?$";
      case BOOLEAN -> TRUTH;
    };
  }
}
