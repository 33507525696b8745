package dev.fermata.model.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntriesTest {
  private static final Span SPAN = Span.of("a test");

  /** Keys in no order, so that the order of the file is told from any other. */
  private static Map<String, Mapping.Entry> written(int size) {
    var written = new LinkedHashMap<String, Mapping.Entry>();
    for (int i = 0; i < size; i++) {
      int number = i * 7 % size;
      written.put("key" + number, new Mapping.Entry(SPAN, Scalar.integer(number, SPAN)));
    }
    return written;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 1000})
  void keepsTheOrderAndFindsEachKey(int size) {
    Map<String, Mapping.Entry> written = written(size);
    var entries = Entries.of(written);
    assertEquals(written, entries);
    assertEquals(new ArrayList<>(written.keySet()), new ArrayList<>(entries.keySet()));
    var visited = new ArrayList<String>();
    entries.forEach((key, entry) -> visited.add(key));
    assertEquals(new ArrayList<>(written.keySet()), visited);
    written.forEach((key, entry) -> assertSame(entry, entries.get(key)));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 16, 17, 1000})
  void knowsNoOtherKeys(int size) {
    var entries = Entries.of(written(size));
    for (String other : List.of("", "key", "key-1", "kez", "key" + size)) {
      assertNull(entries.get(other));
      assertFalse(entries.containsKey(other));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 17})
  void changesValuesOnly(int size) {
    var entries = Entries.of(written(size));
    assertSame(entries, entries.mapValues((key, value) -> value));
    Scalar other = Scalar.string("other", SPAN);
    Entries changed = entries.mapValues((key, value) -> key.equals("key0") ? other : value);
    assertEquals(entries.keySet(), changed.keySet());
    assertEquals(new Mapping.Entry(SPAN, other), changed.get("key0"));
    assertEquals(new Mapping.Entry(SPAN, Scalar.integer(0, SPAN)), entries.get("key0"));
  }
}
