package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/** A mapping with text keys, in the order of the file; each key keeps its own span. */
public record Mapping(Entries entries, Span span, MergeTag tag, History history) implements Node {

  /**
   * A value and the place of its key, which has a history where it comes from an item of a list:
   * variables are filled in there.
   */
  public record Entry(Span keySpan, Node value, History keyHistory) {
    public Entry(Span keySpan, Node value) {
      this(keySpan, value, History.NONE);
    }

    public Entry withValue(Node newValue) {
      return new Entry(keySpan, newValue, keyHistory);
    }

    /** The key for messages, which knows what of it may be secret. */
    public Quote quote(String key) {
      return new Quote(key, keyHistory.secrets(key));
    }
  }

  public static Mapping of(Map<String, Entry> entries, Span span) {
    return new Mapping(Entries.of(entries), span, MergeTag.NONE, History.NONE);
  }

  public static Mapping empty(Span span) {
    return of(Map.of(), span);
  }

  public Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  /** The entries of the mapping under a key; none where there is no mapping. */
  public Map<String, Entry> entriesOf(String key) {
    return get(key).orElse(null) instanceof Mapping below ? below.entries() : Map.of();
  }

  @SuppressWarnings("ReferenceEquality") // the very same entries make no new mapping
  public Mapping withEntries(Map<String, Entry> newEntries) {
    Entries changed = Entries.of(newEntries);
    return changed == entries ? this : new Mapping(changed, span, tag, history);
  }

  /** Each value changed; the same mapping, not a copy, where none is. */
  public Mapping mapValues(BiFunction<String, Node, Node> change) {
    return withEntries(entries.mapValues(change));
  }

  /** Each value changed, or left out where that is empty; the same mapping where none is. */
  public Mapping mapPresent(BiFunction<String, Node, Optional<Node>> change) {
    var out = new ArrayList<String>(0);
    Mapping mapped =
        mapValues((key, value) ->
            change
                .apply(key, value)
                .orElseGet(() -> {
                  out.add(key);
                  return value;
                }));
    if (out.isEmpty()) {
      return mapped;
    }
    var left = new LinkedHashMap<>(mapped.entries);
    out.forEach(left::remove);
    return withEntries(left);
  }

  /** The same mapping with {@code key} set; a key that was there keeps its place and its span. */
  public Mapping with(String key, Node value) {
    var changed = new LinkedHashMap<>(entries);
    changed.compute(
        key, (k, old) -> old == null ? new Entry(value.span(), value) : old.withValue(value));
    return withEntries(changed);
  }

  public Mapping without(String key) {
    var changed = new LinkedHashMap<>(entries);
    changed.remove(key);
    return withEntries(changed);
  }

  @Override
  public Mapping withTag(MergeTag newTag) {
    return newTag == tag ? this : new Mapping(entries, span, newTag, history);
  }

  @Override
  public Mapping withHistory(History newHistory) {
    return new Mapping(entries, span, tag, newHistory);
  }
}
