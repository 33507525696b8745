package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.PlainSecrets;
import dev.fermata.model.diagnostic.Stretch;
import dev.fermata.model.source.Position;
import dev.fermata.model.source.SourceText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * What of a file's own text may be secret, by the places of its values: those whose key is named
 * like a credential, all below the top-level {@code secrets}, passwords in addresses, and what such
 * a name stands before within a value or a comment. What follows a syntax error is no YAML, as an
 * env file is none: there the lines tell.
 */
public final class WrittenSecrets {
  private final SourceText source;

  /** By where they start. */
  private final TreeMap<Integer, Stretch> secrets = new TreeMap<>();

  private final TreeMap<Integer, Stretch> scalars = new TreeMap<>();

  /**
   * It goes as far as the lines that are asked for: a file may be long, its mistake at its start.
   */
  private final Walk walk;

  private WrittenSecrets(SourceText source) {
    this.source = source;
    this.walk = new Walk();
  }

  public static WrittenSecrets in(SourceText source) {
    return new WrittenSecrets(source);
  }

  /** Those on a line, seen from its start; of one that goes on there, not the indentation. */
  public List<Stretch> onLine(int number) {
    int start = source.offset(new Position(number, 1));
    String line = source.line(number);
    int end = start + line.length();
    walk.upTo(end);
    int first = start + line.length() - line.stripLeading().length();
    var here = new ArrayList<Stretch>();
    Integer from = secrets.floorKey(start);
    for (Stretch one : secrets.subMap(from == null ? start : from, end).values()) {
      int low = one.from() < start ? first : one.from();
      if (Math.min(one.to(), end) > low) {
        here.add(new Stretch(low - start, Math.min(one.to(), end) - start));
      }
    }
    comment(line, start).ifPresent(at -> here.addAll(inComment(line, at)));
    return here;
  }

  /** One behind the name of a credential is its value to readers of env files. */
  private static List<Stretch> inComment(String line, int at) {
    OptionalInt value = Credentials.assigned(line);
    return value.isPresent() && value.getAsInt() == at
        ? List.of(new Stretch(at, line.length()))
        : PlainSecrets.in(line, at);
  }

  private OptionalInt comment(String line, int start) {
    for (int at = line.indexOf('#'); at >= 0; at = line.indexOf('#', at + 1)) {
      var before = scalars.floorEntry(start + at);
      if (before == null || before.getValue().to() <= start + at) {
        return OptionalInt.of(at);
      }
    }
    return OptionalInt.empty();
  }

  /** Those that overlap are one: the last one before a place then tells whether it is secret. */
  private void add(int from, int to) {
    Map.Entry<Integer, Stretch> before = secrets.floorEntry(from);
    int low = before != null && before.getValue().to() >= from ? before.getKey() : from;
    var joined = secrets.subMap(low, true, to, true);
    int high = joined.values().stream().mapToInt(Stretch::to).reduce(to, Math::max);
    joined.clear();
    secrets.put(low, new Stretch(low, high));
  }

  private void addPlain(int from, int to) {
    PlainSecrets.in(source.text().substring(from, to), 0)
        .forEach(one -> add(from + one.from(), from + one.to()));
  }

  /** What is open while the events come: a mapping with the key that was read last, or a list. */
  private static final class Level {
    private final boolean isMapping;
    private final boolean isTop;

    /** Whether all values below are secret: in a section, or those of a list alone. */
    private final Inherited inherited;

    private Optional<String> key = Optional.empty();

    Level(boolean isMapping, boolean isTop, Inherited inherited) {
      this.isMapping = isMapping;
      this.isTop = isTop;
      this.inherited = inherited;
    }

    boolean awaitsKey() {
      return isMapping && key.isEmpty();
    }

    Inherited ofValue() {
      if (inherited != Inherited.NOTHING || !isMapping) {
        return inherited;
      }
      if (isTop && key.filter("secrets"::equals).isPresent()) {
        return Inherited.SECTION;
      }
      return key.filter(Credentials::isSecretKey).isPresent() ? Inherited.NAME : Inherited.NOTHING;
    }
  }

  /** Why a value is secret. */
  private enum Inherited {
    NOTHING,
    /** Its key, or that of its list, is named like a credential: a mapping has keys of its own. */
    NAME,
    SECTION
  }

  private final class Walk {
    private final Marks marks = new Marks(source);
    private final Deque<Level> levels = new ArrayDeque<>();

    /** Where the last event ended, and why the value there is secret. */
    private int end;

    private Inherited last = Inherited.NOTHING;

    private Iterator<Event> events = YamlReader.events(source);

    void upTo(int place) {
      try {
        while (end <= place && events.hasNext()) {
          event(events.next());
        }
      } catch (YamlEngineException broken) {
        events = Collections.emptyIterator();
        rest();
      }
    }

    private void rest() {
      Level level = levels.peek();
      boolean isAwaited =
          level != null && !level.awaitsKey() && level.ofValue() != Inherited.NOTHING;
      if (!isAwaited && last == Inherited.NOTHING) {
        addPlain(end, source.text().length());
      } else {
        add(end, source.text().length());
      }
    }

    private void event(Event event) {
      switch (event.getEventId()) {
        case Scalar -> scalar((ScalarEvent) event);
        case Alias -> valueRead();
        case MappingStart -> open(true);
        case SequenceStart -> open(false);
        case MappingEnd, SequenceEnd -> close();
        case Comment, StreamStart, StreamEnd, DocumentStart, DocumentEnd -> {}
      }
      end = event.getEndMark().map(marks::position).map(source::offset).orElse(end);
    }

    private void open(boolean isMapping) {
      Level above = levels.peek();
      Inherited inherited =
          above == null || above.awaitsKey() ? Inherited.NOTHING : above.ofValue();
      boolean ends = isMapping && inherited == Inherited.NAME;
      levels.push(new Level(isMapping, above == null, ends ? Inherited.NOTHING : inherited));
    }

    private void close() {
      last = levels.pop().inherited;
      valueRead();
    }

    /** A key that is no scalar has no name. */
    private void valueRead() {
      Level level = levels.peek();
      if (level != null) {
        level.key = level.awaitsKey() ? Optional.of("") : Optional.empty();
      }
    }

    private void scalar(ScalarEvent event) {
      int from = event.getStartMark().map(marks::position).map(source::offset).orElse(0);
      int to = event.getEndMark().map(marks::position).map(source::offset).orElse(from);
      scalars.put(from, new Stretch(from, to));
      Level level = levels.peek();
      if (level != null && level.awaitsKey()) {
        level.key = Optional.of(event.getValue());
        last = Inherited.NOTHING;
        return;
      }
      last = level == null ? Inherited.NOTHING : level.ofValue();
      value(event, from, to);
      valueRead();
    }

    private void value(ScalarEvent event, int from, int to) {
      String written = source.text().substring(from, to);
      boolean tellsNothing =
          Credentials.isOpen(written)
              || (event.isPlain() && List.of("", "~", "null").contains(written));
      if (last != Inherited.NOTHING) {
        if (!tellsNothing) {
          add(from, to);
        }
        return;
      }
      boolean isText = levels.isEmpty() || event.isLiteral() || event.isFolded();
      if (isText) {
        addPlain(from, to);
        return;
      }
      if (event.isPlain()) {
        addUnquoted(from, to);
      } else {
        addFolded(from + 1, to - 1);
      }
    }

    /** It may have ended because of a mistake in it: then what follows belongs to it. */
    private void addUnquoted(int from, int to) {
      addFolded(from, to);
      Map.Entry<Integer, Stretch> latest = secrets.floorEntry(to);
      if (latest != null && latest.getValue().to() >= to) {
        last = Inherited.NAME;
      }
    }

    /** A text whose line ends are blanks: what starts on one line goes on to its end. */
    private void addFolded(int from, int to) {
      if (to <= from) {
        return;
      }
      if (to - from > PlainSecrets.LONGEST_LINE) {
        addPlain(from, to);
        return;
      }
      String line = source.text().substring(from, to).replace('\n', ' ');
      PlainSecrets.in(line, 0).forEach(one -> add(from + one.from(), from + one.to()));
    }
  }
}
