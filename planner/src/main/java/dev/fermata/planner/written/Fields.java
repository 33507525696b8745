package dev.fermata.planner.written;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The fields of a record, written or to be read. */
final class Fields {
  private static final String KIND = "kind";

  private final Map<String, Object> written;

  private Fields(Map<String, Object> written) {
    this.written = written;
  }

  static Fields none() {
    return new Fields(new LinkedHashMap<>());
  }

  /** Those of one of several kinds. */
  static Fields of(String kind) {
    return none().put(KIND, kind, Forms.TEXT);
  }

  <T> Fields put(String field, T value, Form<T> form) {
    if (!form.isAbsent(value)) {
      written.put(field, form.write(value));
    }
    return this;
  }

  <T> T get(String field, Form<T> form) {
    return Optional.ofNullable(written.get(field))
        .map(form::read)
        .orElseGet(() -> form.absent(field));
  }

  String kind() {
    return get(KIND, Forms.TEXT);
  }

  IllegalArgumentException unknownKind() {
    return new IllegalArgumentException("`%s` is of an unknown kind".formatted(kind()));
  }

  /** A record, as its fields. */
  static <T> Form<T> form(Function<T, Fields> write, Function<Fields, T> read) {
    return new Form<>() {
      @Override
      public Object write(T value) {
        return write.apply(value).written;
      }

      @Override
      public T read(Object written) {
        return read.apply(new Fields(Forms.map(written)));
      }
    };
  }
}
