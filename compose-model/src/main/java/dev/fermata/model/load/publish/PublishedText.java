package dev.fermata.model.load.publish;

import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;

/** A text in which other names take the place of some that are written there. */
final class PublishedText {
  private final SourceText source;
  private final Map<Integer, Change> changes = new TreeMap<>(Comparator.reverseOrder());

  private record Change(int to, String name) {}

  PublishedText(SourceText source) {
    this.source = source;
  }

  /** What is written once may be meant by many: an anchor, a part of an extension. */
  void put(Span place, String name) {
    if (place.source().equals(source)) {
      changes.put(source.offset(place.start()), new Change(source.offset(place.end()), name));
    }
  }

  /** From the end to the start, so that the places before a change stay where they are. */
  String text() {
    var text = new StringBuilder(source.text());
    changes.forEach((from, change) -> text.replace(from, change.to(), change.name()));
    return text.toString();
  }
}
