package dev.fermata.model.tree;

import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's marks, which count code points, into positions. */
final class Marks {
  private final SourceText source;
  private final boolean wide;
  private int knownPoints;
  private int knownOffset;

  Marks(SourceText source) {
    this.source = source;
    this.wide = source.text().chars().anyMatch(c -> Character.isSurrogate((char) c));
  }

  Span span(Event event) {
    return new Span(
        source,
        event.getStartMark().map(this::position).orElse(Position.START),
        event.getEndMark().map(this::position).orElse(Position.START));
  }

  /** The span of a collection: from its start event to its end event. */
  Span upTo(Span start, Event end) {
    return new Span(source, start.start(), span(end).end());
  }

  Position position(Mark mark) {
    return source.position(offset(mark.getIndex()));
  }

  /** Marks mostly move forward, so that counting on from the last one keeps this linear. */
  private int offset(int points) {
    if (!wide) {
      return points;
    }
    knownOffset = source.text().offsetByCodePoints(knownOffset, points - knownPoints);
    knownPoints = points;
    return knownOffset;
  }
}
