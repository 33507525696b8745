package dev.fermata.runner.docker.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads JSON values that follow one another, each as soon as it is complete. */
public final class JsonReader implements Closeable {
  /** The default pool is bound to threads, of which there are too many when they are virtual. */
  static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool())
          .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
          .build();

  private final JsonParser parser;

  public JsonReader(InputStream source) throws IOException {
    this.parser = FACTORY.createParser(source);
  }

  /** Waits for the next value; empty at the end. */
  public Optional<Json> next() throws IOException {
    JsonToken token = parser.nextToken();
    return token == null ? Optional.empty() : Optional.of(value(token));
  }

  private Json value(JsonToken token) throws IOException {
    return switch (token) {
      case START_OBJECT -> new Json(object());
      case START_ARRAY -> new Json(array());
      case VALUE_STRING -> new Json(parser.getText());
      case VALUE_NUMBER_INT -> new Json(parser.getNumberValue());
      case VALUE_NUMBER_FLOAT -> new Json(parser.getDoubleValue());
      case VALUE_TRUE -> new Json(true);
      case VALUE_FALSE -> new Json(false);
      case VALUE_NULL -> Json.ABSENT;
      case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
          throw new IOException("unexpected " + token + " in JSON");
    };
  }

  private Map<String, Json> object() throws IOException {
    var members = new HashMap<String, Json>();
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      members.put(name, value(parser.nextToken()));
    }
    return members;
  }

  private List<Json> array() throws IOException {
    var items = new ArrayList<Json>();
    for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
      if (token == null) {
        throw new IOException("the JSON ends in the middle of a list");
      }
      items.add(value(token));
    }
    return items;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
