package dev.fermata.runner.docker.json;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON value as it was read. Engines leave out or null what they know nothing of, so asking an
 * absent value for its parts or its text answers with nothing instead of failing.
 */
public final class Json {
  public static final Json ABSENT = new Json(null);

  private final @Nullable Object value;

  /** {@code value} is null, a String, a Number, a Boolean, a List of Json or a Map to Json. */
  Json(@Nullable Object value) {
    this.value = value;
  }

  public static Json parse(byte[] text) throws IOException {
    try (var reader = new JsonReader(new java.io.ByteArrayInputStream(text))) {
      return reader.next().orElse(ABSENT);
    }
  }

  public static Json parse(String text) throws IOException {
    return parse(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  public boolean isAbsent() {
    return value == null;
  }

  public boolean isText() {
    return value instanceof String;
  }

  public boolean isMapping() {
    return value instanceof Map<?, ?>;
  }

  /** A member, or the member of a member. */
  public Json at(String... path) {
    Json here = this;
    for (String name : path) {
      here = here.value instanceof Map<?, ?> map && map.get(name) instanceof Json it ? it : ABSENT;
    }
    return here;
  }

  /** Of a text or a number; else empty. */
  public String text() {
    return value instanceof String || value instanceof Number ? value.toString() : "";
  }

  /** A text that says something. */
  public Optional<String> maybe() {
    return Optional.of(text()).filter(text -> !text.isEmpty());
  }

  public String text(String name) {
    return at(name).text();
  }

  /** 0 where it is no number. */
  public long number() {
    return value instanceof Number number ? number.longValue() : 0;
  }

  public int integer(String name) {
    return (int) at(name).number();
  }

  public boolean isTrue(String name) {
    return Boolean.TRUE.equals(at(name).value);
  }

  public List<Json> items() {
    return value instanceof List<?> list
        ? list.stream().map(Json.class::cast).toList()
        : Collections.emptyList();
  }

  public List<String> texts(String name) {
    return at(name).items().stream().map(Json::text).toList();
  }

  /** The members by name, sorted. */
  public SortedMap<String, Json> members() {
    var members = new TreeMap<String, Json>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((name, member) -> members.put((String) name, (Json) member));
    }
    return members;
  }

  /** The members of a mapping of texts, sorted. */
  public SortedMap<String, String> textMembers() {
    var texts = new TreeMap<String, String>();
    members().forEach((name, member) -> texts.put(name, member.text()));
    return texts;
  }
}
