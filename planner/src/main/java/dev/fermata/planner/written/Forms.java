package dev.fermata.planner.written;

import dev.fermata.model.ImageRef;
import dev.fermata.model.Platform;
import dev.fermata.model.ProjectName;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Value;
import dev.fermata.planner.observed.ContainerRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The forms of what records are made of. */
final class Forms {
  static final Form<String> TEXT = of(text -> text, PlainValues::text);
  static final Form<Long> LONG = of(number -> number, PlainValues::whole);
  static final Form<Integer> INT = of(number -> number.longValue(), PlainValues::small);
  static final Form<Double> DOUBLE =
      of(number -> number, written -> PlainValues.number(written).doubleValue());
  static final Form<Boolean> TRUTH = of(truth -> truth, PlainValues::truth);

  /** A switch that is off says nothing. */
  static final Form<Boolean> FLAG = omitted(TRUTH, false);

  static final Form<Duration> DURATION = of(Duration::toString, PlainValues::duration);
  static final Form<ProjectName> PROJECT =
      of(ProjectName::text, it -> new ProjectName(PlainValues.text(it)));
  static final Form<ServiceName> SERVICE =
      of(ServiceName::text, it -> new ServiceName(PlainValues.text(it)));
  static final Form<ImageRef> IMAGE = of(ImageRef::text, it -> new ImageRef(PlainValues.text(it)));

  /** A secret stays one when it is read. */
  static final Form<Value> VALUE =
      of(
          value ->
              switch (value) {
                case Value.Plain plain -> plain.text();
                case Value.Sensitive sensitive -> Map.of("secret", sensitive.secret());
              },
          written ->
              written instanceof String text
                  ? Value.plain(text)
                  : Value.sensitive(Fields.read(written, it -> it.get("secret", TEXT))));

  static final Form<ContainerRef> CONTAINER =
      Fields.form(
          it -> Fields.none().put("name", it.name(), TEXT).put("id", it.id(), optional(TEXT)),
          it -> new ContainerRef(it.get("name", TEXT), it.get("id", optional(TEXT))));

  static final Form<Platform> PLATFORM =
      Fields.form(
          it ->
              Fields.none()
                  .put("os", it.os(), TEXT)
                  .put("architecture", it.architecture(), TEXT)
                  .put("variant", it.variant(), omitted(TEXT, "")),
          it ->
              new Platform(
                  it.get("os", TEXT),
                  it.get("architecture", TEXT),
                  it.get("variant", omitted(TEXT, ""))));

  private Forms() {}

  static <T> Form<T> of(Function<T, Object> write, Function<Object, T> read) {
    return new Form<>() {
      @Override
      public Object write(T value) {
        return write.apply(value);
      }

      @Override
      public T read(Object written) {
        return read.apply(written);
      }
    };
  }

  /** Left out where it is {@code usual}. */
  static <T> Form<T> omitted(Form<T> form, T usual) {
    return new Form<>() {
      @Override
      public Object write(T value) {
        return form.write(value);
      }

      @Override
      public T read(Object written) {
        return form.read(written);
      }

      @Override
      public boolean isAbsent(T value) {
        return value.equals(usual);
      }

      @Override
      public T absent(String field) {
        return usual;
      }
    };
  }

  static <T> Form<Optional<T>> optional(Form<T> form) {
    return omitted(
        of(value -> form.write(value.orElseThrow()), written -> Optional.of(form.read(written))),
        Optional.empty());
  }

  static <T> Form<List<T>> list(Form<T> form) {
    return omitted(
        of(
            items -> items.stream().map(form::write).toList(),
            written -> read(PlainValues.items(written), form)),
        List.of());
  }

  static <T extends Comparable<T>> Form<SortedSet<T>> sortedSet(Form<T> form) {
    Form<List<T>> list = list(form);
    return omitted(
        of(items -> list.write(List.copyOf(items)), written -> new TreeSet<>(list.read(written))),
        new TreeSet<>());
  }

  static <T extends Enum<T>> Form<T> constant(Class<T> type) {
    return of(
        constant -> constant.name().toLowerCase(Locale.ROOT),
        written -> constant(type, PlainValues.text(written)));
  }

  static <T> Form<SortedMap<String, T>> sortedMap(Form<T> form) {
    return omitted(
        of(entries -> written(entries, form), it -> new TreeMap<>(read(it, form))),
        new TreeMap<>());
  }

  static <T> Form<SequencedMap<String, T>> map(Form<T> form) {
    return omitted(
        of(entries -> written(entries, form), it -> read(it, form)), new LinkedHashMap<>());
  }

  /** Names of which some have nothing, in their order. */
  static <T> Form<SequencedMap<String, Optional<T>>> entries(Form<T> form) {
    return omitted(
        of(
            entries -> entries.entrySet().stream().map(entry(form)::write).toList(),
            written -> {
              SequencedMap<String, Optional<T>> entries = new LinkedHashMap<>();
              read(PlainValues.items(written), entry(form))
                  .forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
              return entries;
            }),
        new LinkedHashMap<>());
  }

  private static <T> Form<Map.Entry<String, Optional<T>>> entry(Form<T> form) {
    return Fields.form(
        it ->
            Fields.none()
                .put("name", it.getKey(), TEXT)
                .put("value", it.getValue(), optional(form)),
        it -> Map.entry(it.get("name", TEXT), it.get("value", optional(form))));
  }

  private static <T> Map<String, Object> written(Map<String, T> entries, Form<T> form) {
    Map<String, Object> written = new LinkedHashMap<>();
    entries.forEach((name, value) -> written.put(name, form.write(value)));
    return written;
  }

  private static <T> SequencedMap<String, T> read(Object written, Form<T> form) {
    SequencedMap<String, T> entries = new LinkedHashMap<>();
    PlainValues.map(written)
        .forEach(
            (name, value) -> entries.put(name, Malformation.located(name, () -> form.read(value))));
    return entries;
  }

  private static <T> List<T> read(List<Object> items, Form<T> form) {
    var values = new ArrayList<T>();
    for (Object item : items) {
      values.add(Malformation.located("[" + values.size() + "]", () -> form.read(item)));
    }
    return List.copyOf(values);
  }

  private static <T extends Enum<T>> T constant(Class<T> type, String text) {
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> new Malformation("`" + text + "` is not known here"));
  }
}
