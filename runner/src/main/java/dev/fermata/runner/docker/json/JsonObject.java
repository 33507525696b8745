package dev.fermata.runner.docker.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A JSON object to be sent; its members are written in the order of their coming. What says nothing
 * is left out: an empty Optional, an empty collection, false. A collection within an Optional is
 * written even if it is empty.
 */
public final class JsonObject {
  private final Map<String, Object> members = new LinkedHashMap<>();

  public static JsonObject of(Map<String, String> texts) {
    var object = new JsonObject();
    texts.forEach(object::put);
    return object;
  }

  /** A list of texts by itself. */
  public static String list(Collection<String> texts) {
    return text(texts);
  }

  public JsonObject put(String name, Object value) {
    if (value instanceof Optional<?> optional) {
      optional.ifPresent(present -> members.put(name, present));
      return this;
    }
    if (saysSomething(value)) {
      members.put(name, value);
    }
    return this;
  }

  /** Puts a member at the end of a path, with the objects on the way. */
  public JsonObject putAt(String path, Object value) {
    int dot = path.indexOf('.');
    if (dot < 0) {
      return put(path, value);
    }
    if (value instanceof Optional<?> optional ? optional.isPresent() : saysSomething(value)) {
      inner(path.substring(0, dot)).putAt(path.substring(dot + 1), value);
    }
    return this;
  }

  private JsonObject inner(String name) {
    return (JsonObject) members.computeIfAbsent(name, fresh -> new JsonObject());
  }

  public boolean isEmpty() {
    return members.isEmpty();
  }

  private static boolean saysSomething(Object value) {
    return switch (value) {
      case Boolean flag -> flag;
      case Collection<?> items -> !items.isEmpty();
      case Map<?, ?> map -> !map.isEmpty();
      case JsonObject object -> !object.isEmpty();
      default -> true;
    };
  }

  public byte[] bytes() {
    return text(this).getBytes(StandardCharsets.UTF_8);
  }

  private static String text(Object value) {
    var out = new StringWriter(1024);
    try (JsonGenerator generator = JsonReader.FACTORY.createGenerator(out)) {
      write(generator, value);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static void write(JsonGenerator out, Object value) throws IOException {
    switch (value) {
      case JsonObject object -> writeMembers(out, object.members);
      case Map<?, ?> map -> writeMembers(out, map);
      case Collection<?> items -> writeItems(out, items);
      case Boolean flag -> out.writeBoolean(flag);
      case Double number -> out.writeNumber(number);
      case Number number -> out.writeNumber(number.longValue());
      default -> out.writeString(value.toString());
    }
  }

  private static void writeMembers(JsonGenerator out, Map<?, ?> members) throws IOException {
    out.writeStartObject();
    for (var member : members.entrySet()) {
      out.writeFieldName((String) member.getKey());
      write(out, member.getValue());
    }
    out.writeEndObject();
  }

  private static void writeItems(JsonGenerator out, Collection<?> items) throws IOException {
    out.writeStartArray();
    for (Object item : items) {
      write(out, item);
    }
    out.writeEndArray();
  }

  @Override
  public String toString() {
    return text(this);
  }
}
