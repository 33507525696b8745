package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.SourceText;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;

/** Builds the trees of one file from the parser's events. */
final class TreeBuilder {
  /** Deeper than any real file, and shallow enough for every later stage to recurse. */
  private static final int MAX_DEPTH = 200;

  private static final String MERGE_KEY = "tag:yaml.org,2002:merge";

  private final Marks marks;
  private final AnchorNames names;
  private final Anchors anchors = new Anchors();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final ScalarReader scalars = new ScalarReader(diagnostics);

  TreeBuilder(SourceText source, AnchorNames names) {
    marks = new Marks(source);
    this.names = names;
  }

  List<Diagnostic> diagnostics() {
    return diagnostics;
  }

  /**
   * The document whose start event was the last one taken from {@code events}. It may use anchors
   * of the documents before it: YAML says no, and Docker Compose reads it so.
   */
  Node document(Iterator<Event> events) {
    return node(events.next(), events, 0);
  }

  private Node node(Event event, Iterator<Event> events, int depth) {
    Span span = marks.span(event);
    if (depth > MAX_DEPTH) {
      throw new UnreadableException(
          Diagnostic.error(
              Code.YAML_SYNTAX, span, "nested more than %s levels deep", Quote.number(MAX_DEPTH)));
    }
    return switch (event) {
      case AliasEvent alias -> anchors.get(names.written(alias.getAlias().getValue()), span);
      case ScalarEvent scalar -> scalar(scalar, span);
      case SequenceStartEvent start -> sequence(start, span, events, depth);
      case MappingStartEvent start -> mapping(start, span, events, depth);
      default -> throw new IllegalStateException("a bug: unexpected event " + event);
    };
  }

  private Node scalar(ScalarEvent event, Span span) {
    Limits.text(event.getValue(), span);
    Node read = scalars.read(names.written(event), span);
    String text = event.getValue();
    anchors.single(span, text);
    event.getAnchor().ifPresent(a -> anchors.define(names.written(a.getValue()), read, text));
    return read;
  }

  private Node sequence(SequenceStartEvent start, Span span, Iterator<Event> events, int depth) {
    var anchor = start.getAnchor().map(a -> anchors.open(names.written(a.getValue())));
    anchors.single(span, "");
    var items = new ArrayList<Node>();
    Event next = events.next();
    for (; next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
      items.add(node(next, events, depth + 1));
      Limits.entries(items.size(), items.getLast().span());
    }
    Span whole = marks.upTo(span, next);
    Node read = Sequence.of(items, whole).withTag(ScalarReader.mergeTag(start.getTag()));
    anchor.ifPresent(open -> open.close(read));
    return read;
  }

  private Node mapping(MappingStartEvent start, Span span, Iterator<Event> events, int depth) {
    var anchor = start.getAnchor().map(a -> anchors.open(names.written(a.getValue())));
    anchors.single(span, "");
    var entries = new MappingEntries(diagnostics);
    int count = 0;
    Event next = events.next();
    for (; next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
      boolean merge = isMergeKey(next);
      Span keySpan = marks.span(next);
      Node key = node(next, events, depth + 1);
      Node value = node(events.next(), events, depth + 1);
      if (merge) {
        entries.merge(keySpan, value);
      } else {
        entries.put(keySpan, key, value);
      }
      Limits.entries(++count, keySpan);
    }
    Span whole = marks.upTo(span, next);
    Node read = entries.mapping(whole).withTag(ScalarReader.mergeTag(start.getTag()));
    anchor.ifPresent(open -> open.close(read));
    return read;
  }

  /**
   * A plain {@code <<}, or what is tagged as one: some editors of YAML write {@code !!merge <<}.
   */
  private static boolean isMergeKey(Event key) {
    return key instanceof ScalarEvent scalar
        && scalar
            .getTag()
            .map(MERGE_KEY::equals)
            .orElseGet(() -> scalar.isPlain() && scalar.getValue().equals("<<"));
  }
}
