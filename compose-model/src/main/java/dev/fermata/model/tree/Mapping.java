package dev.fermata.model.tree;

import dev.fermata.model.source.Span;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** A mapping with text keys, in the order of the file; each key keeps its own span. */
public record Mapping(SequencedMap<String, Entry> entries, Span span, MergeTag tag, History history)
    implements Node {

  /** A value and the place of its key. */
  public record Entry(Span keySpan, Node value) {
    public Entry withValue(Node newValue) {
      return new Entry(keySpan, newValue);
    }
  }

  public Mapping {
    entries = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(entries));
  }

  public static Mapping of(Map<String, Entry> entries, Span span) {
    return new Mapping(new LinkedHashMap<>(entries), span, MergeTag.NONE, History.NONE);
  }

  public static Mapping empty(Span span) {
    return of(Map.of(), span);
  }

  public Optional<Node> get(String key) {
    return Optional.ofNullable(entries.get(key)).map(Entry::value);
  }

  public Mapping withEntries(Map<String, Entry> newEntries) {
    return new Mapping(new LinkedHashMap<>(newEntries), span, tag, history);
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
    return new Mapping(entries, span, newTag, history);
  }

  @Override
  public Mapping withHistory(History newHistory) {
    return new Mapping(entries, span, tag, newHistory);
  }
}
