package dev.fermata.planner.written;

import dev.fermata.model.source.Suggestion;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** The fields of a record, written or to be read. */
final class Fields {
  private static final String KIND = "kind";

  private final Map<String, Object> written;
  private final Set<String> known = new TreeSet<>();

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
    known.add(field);
    Object value = written.get(field);
    return value == null ? form.absent(field) : Malformation.located(field, () -> form.read(value));
  }

  String kind() {
    return get(KIND, Forms.TEXT);
  }

  Malformation unknownKind() {
    return new Malformation("`%s` is of an unknown kind".formatted(kind())).below(KIND);
  }

  /** What is not understood may be what matters: it is not passed over. */
  private void refuseOthers() {
    for (String field : written.keySet()) {
      if (!known.contains(field)) {
        String hint =
            Suggestion.closest(field, known)
                .map(near -> "; did you mean `" + near + "`?")
                .orElse("");
        throw new Malformation("unknown field `" + field + "`" + hint);
      }
    }
  }

  static <T> T read(Object written, Function<Fields, T> read) {
    var fields = new Fields(PlainValues.map(written));
    T value = read.apply(fields);
    fields.refuseOthers();
    return value;
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
        return Fields.read(written, read);
      }
    };
  }
}
