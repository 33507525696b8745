package dev.fermata.model.tree;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The entries of a mapping, in their order; they never change. Most mappings have few, and every
 * stage of a load makes mappings anew: arrays take a quarter of the memory of a linked map, and
 * mappings with the same keys share these.
 */
public final class Entries extends AbstractMap<String, Mapping.Entry> {
  /** Up to here looking at one key after the other is as fast as any index. */
  private static final int FEW = 16;

  private final String[] keys;

  /** The indexes of the keys, by key. Unlike hashes, keys cannot be chosen to make this slow. */
  private final int[] sorted;

  private final Mapping.Entry[] values;

  private Entries(String[] keys, int[] sorted, Mapping.Entry[] values) {
    this.keys = keys;
    this.sorted = sorted;
    this.values = values;
  }

  static Entries of(Map<String, Mapping.Entry> entries) {
    if (entries instanceof Entries same) {
      return same;
    }
    String[] keys = entries.keySet().toArray(String[]::new);
    return new Entries(keys, sorted(keys), entries.values().toArray(Mapping.Entry[]::new));
  }

  private static int[] sorted(String[] keys) {
    if (keys.length <= FEW) {
      return new int[0];
    }
    if (areSorted(keys)) {
      return IntStream.range(0, keys.length).toArray();
    }
    return IntStream.range(0, keys.length)
        .boxed()
        .sorted(Comparator.comparing(index -> keys[index]))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static boolean areSorted(String[] keys) {
    for (int i = 1; i < keys.length; i++) {
      if (keys[i - 1].compareTo(keys[i]) > 0) {
        return false;
      }
    }
    return true;
  }

  /** Each value changed; the same entries, not a copy, where none is. */
  @SuppressWarnings("ReferenceEquality") // whether it is the very same is what is asked
  Entries mapValues(BiFunction<String, Node, Node> change) {
    Mapping.Entry[] changed = values;
    for (int i = 0; i < keys.length; i++) {
      Node old = values[i].value();
      Node value = change.apply(keys[i], old);
      if (value != old) {
        changed = changed == values ? values.clone() : changed;
        changed[i] = values[i].withValue(value);
      }
    }
    return changed == values ? this : new Entries(keys, sorted, changed);
  }

  @Override
  public Mapping.@Nullable Entry get(@Nullable Object key) {
    int index = index(key);
    return index < 0 ? null : values[index];
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return index(key) >= 0;
  }

  @Override
  public int size() {
    return keys.length;
  }

  @Override
  public void forEach(BiConsumer<? super String, ? super Mapping.Entry> action) {
    for (int i = 0; i < keys.length; i++) {
      action.accept(keys[i], values[i]);
    }
  }

  private int index(@Nullable Object key) {
    if (!(key instanceof String text)) {
      return -1;
    }
    return keys.length > FEW ? found(text) : looked(text);
  }

  private int looked(String key) {
    for (int i = 0; i < keys.length; i++) {
      if (keys[i].equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int found(String key) {
    int from = 0;
    int to = sorted.length - 1;
    while (from <= to) {
      int middle = (from + to) >>> 1;
      int order = keys[sorted[middle]].compareTo(key);
      if (order == 0) {
        return sorted[middle];
      }
      from = order < 0 ? middle + 1 : from;
      to = order < 0 ? to : middle - 1;
    }
    return -1;
  }

  @Override
  public Set<Map.Entry<String, Mapping.Entry>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Map.Entry<String, Mapping.Entry>> iterator() {
        return new InOrder();
      }

      @Override
      public int size() {
        return keys.length;
      }
    };
  }

  private final class InOrder implements Iterator<Map.Entry<String, Mapping.Entry>> {
    private int next;

    @Override
    public boolean hasNext() {
      return next < keys.length;
    }

    @Override
    public Map.Entry<String, Mapping.Entry> next() {
      if (next >= keys.length) {
        throw new NoSuchElementException();
      }
      Map.Entry<String, Mapping.Entry> entry = Map.entry(keys[next], values[next]);
      next++;
      return entry;
    }
  }
}
