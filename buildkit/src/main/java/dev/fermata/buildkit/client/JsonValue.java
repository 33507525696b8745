package dev.fermata.buildkit.client;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** As much of JSON as the details of failures need. */
sealed interface JsonValue {
  JsonFactory FACTORY = new JsonFactory();

  record Members(Map<String, JsonValue> values) implements JsonValue {}

  record Items(List<JsonValue> values) implements JsonValue {}

  record Word(String value) implements JsonValue {}

  record Absent() implements JsonValue {}

  default JsonValue at(String name) {
    return this instanceof Members members
        ? members.values.getOrDefault(name, new Absent())
        : new Absent();
  }

  default List<JsonValue> items() {
    return this instanceof Items items ? items.values : List.of();
  }

  default Optional<String> text() {
    return this instanceof Word word ? Optional.of(word.value) : Optional.empty();
  }

  default Optional<Integer> number() {
    return text().filter(text -> text.matches("-?[0-9]{1,9}")).map(Integer::parseInt);
  }

  /** What is no JSON is of an engine that we do not know yet, and says nothing. */
  static JsonValue parse(byte[] json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      parser.nextToken();
      return read(parser);
    } catch (IOException e) {
      return new Absent();
    }
  }

  private static JsonValue read(JsonParser parser) throws IOException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var members = new TreeMap<String, JsonValue>();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        members.put(name, read(parser));
      }
      return new Members(members);
    }
    if (token == JsonToken.START_ARRAY) {
      var items = new ArrayList<JsonValue>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(read(parser));
      }
      return new Items(items);
    }
    return token == null || token == JsonToken.VALUE_NULL
        ? new Absent()
        : new Word(parser.getText());
  }
}
