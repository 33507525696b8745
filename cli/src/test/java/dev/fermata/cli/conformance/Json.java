package dev.fermata.cli.conformance;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** JSON values as maps, lists, texts, booleans, numbers and {@link Json#NULL}. */
public final class Json {
  static final Object NULL = "(null)".toCharArray();
  private static final JsonFactory FACTORY = new JsonFactory();

  private Json() {}

  static Object parse(String text) {
    try (JsonParser parser = FACTORY.createParser(text)) {
      parser.nextToken();
      return value(parser);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static Map<?, ?> object(String text) {
    return (Map<?, ?>) parse(text);
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> {
        var map = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String key = parser.currentName();
          parser.nextToken();
          map.put(key, value(parser));
        }
        yield map;
      }
      case START_ARRAY -> {
        var list = new ArrayList<Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          list.add(value(parser));
        }
        yield list;
      }
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          new BigDecimal(parser.getText()).stripTrailingZeros();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> NULL;
      default -> parser.getText();
    };
  }

  /** Lines that say where two values differ, the smallest differing parts only. */
  static List<String> differences(Object expected, Object actual, String path) {
    if (expected instanceof Map<?, ?> a && actual instanceof Map<?, ?> b) {
      var lines = new ArrayList<String>();
      var keys = new TreeSet<String>();
      a.keySet().forEach(key -> keys.add((String) key));
      b.keySet().forEach(key -> keys.add((String) key));
      for (String key : keys) {
        lines.addAll(entry(key, a, b, path.isEmpty() ? key : path + "." + key));
      }
      return lines;
    }
    if (expected instanceof List<?> a && actual instanceof List<?> b && a.size() == b.size()) {
      var lines = new ArrayList<String>();
      for (int i = 0; i < a.size(); i++) {
        lines.addAll(differences(a.get(i), b.get(i), path + "[" + i + "]"));
      }
      return lines;
    }
    return expected.equals(actual)
        ? List.of()
        : List.of("%s: expected %s, got %s".formatted(path, shown(expected), shown(actual)));
  }

  private static List<String> entry(String key, Map<?, ?> a, Map<?, ?> b, String path) {
    Object expected = a.get(key);
    Object actual = b.get(key);
    if (expected != null && actual != null) {
      return differences(expected, actual, path);
    }
    return actual == null
        ? List.of(path + " is missing")
        : List.of("%s: unexpected %s".formatted(path, shown(actual)));
  }

  private static Object shown(Object value) {
    return value.equals(NULL) ? "null" : value instanceof String ? "\"" + value + "\"" : value;
  }
}
