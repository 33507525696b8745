package dev.fermata.sources.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON value that a registry sent. What is left out or null is absent: its parts are absent as
 * well, and its text is empty.
 */
final class Json {
  static final Json ABSENT = new Json(Optional.empty());

  /** The default pool is bound to threads, which may be virtual. */
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  /** A String, a Number, a Boolean, a List of Json or a Map to Json. */
  private final Optional<Object> value;

  private Json(Optional<Object> value) {
    this.value = value;
  }

  static Json parse(byte[] text) throws IOException {
    try (var parser = FACTORY.createParser(text)) {
      return parser.nextToken() == null ? ABSENT : value(parser);
    }
  }

  static JsonGenerator writer(OutputStream out) throws IOException {
    return FACTORY.createGenerator(out);
  }

  private static Json value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> of(object(parser));
      case START_ARRAY -> of(array(parser));
      case VALUE_STRING -> of(parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> of(parser.getNumberValue());
      case VALUE_TRUE -> of(true);
      case VALUE_FALSE -> of(false);
      case VALUE_NULL -> ABSENT;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IOException("unexpected " + parser.currentToken() + " in JSON");
    };
  }

  private static Json of(Object value) {
    return new Json(Optional.of(value));
  }

  private static Map<String, Json> object(JsonParser parser) throws IOException {
    var members = new HashMap<String, Json>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      members.put(name, value(parser));
    }
    return members;
  }

  private static List<Json> array(JsonParser parser) throws IOException {
    var items = new ArrayList<Json>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(value(parser));
    }
    return items;
  }

  boolean isAbsent() {
    return value.isEmpty();
  }

  Json at(String name) {
    return value.orElse("") instanceof Map<?, ?> map && map.get(name) instanceof Json member
        ? member
        : ABSENT;
  }

  List<Json> items() {
    return value.orElse("") instanceof List<?> list
        ? list.stream().map(Json.class::cast).toList()
        : List.of();
  }

  /** Of a text or a number; else empty. */
  String text(String name) {
    Object member = at(name).value.orElse("");
    return member instanceof String || member instanceof Number ? member.toString() : "";
  }

  /** A text that says something. */
  Optional<String> maybe(String name) {
    return Optional.of(text(name)).filter(text -> !text.isEmpty());
  }

  /** 0 where it is no number. */
  long number(String name) {
    return at(name).value.orElse("") instanceof Number number ? number.longValue() : 0;
  }
}
