package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import dev.fermata.model.source.Suggestion;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The anchors of a file. Aliases share the anchored node, but are counted as if it had been written
 * out: later stages walk it once for each alias, so an alias bomb ends here.
 */
final class Anchors {
  private static final long FREE_ALIASES = 1_000_000;
  private static final long MAX_EXPANSION = 10;

  /** Later stages read a long text as often as it is named: so much of it counts as a value. */
  private static final int CHARACTERS = 100;

  /** About what a node takes from the parse to the bind. */
  private static final long BYTES_PER_NODE = 500;

  private final Map<String, Anchor> byName = new HashMap<>();

  /** Beyond, the memory would run out, slowly. Not a constant, which a native image would keep. */
  private final long memory = Runtime.getRuntime().maxMemory() / BYTES_PER_NODE;

  private long written;
  private long expanded;

  /** A node with a name; without a node while it is still being read. */
  final class Anchor {
    private final long before = expanded;
    private long size;
    private @Nullable Node node;

    void close(Node read) {
      node = read;
      size = expanded - before;
    }
  }

  /** Counts one node that is written in the file, with its text. */
  void single(Span span, String text) {
    written++;
    expanded += weight(text);
    if (written > memory) {
      throw unreadable(
          span,
          Message.of("the memory is not enough for more than %s values", Quote.number(memory)));
    }
    Limits.values(written, span);
  }

  private static int weight(String text) {
    return 1 + text.length() / CHARACTERS;
  }

  /** A scalar. */
  void define(String name, Node read, String text) {
    var anchor = new Anchor();
    anchor.node = read;
    anchor.size = weight(text);
    byName.put(name, anchor);
  }

  Anchor open(String name) {
    var anchor = new Anchor();
    byName.put(name, anchor);
    return anchor;
  }

  Node get(String name, Span span) {
    Anchor anchor = byName.get(name);
    if (anchor == null) {
      throw undefined(name, span);
    }
    if (anchor.node == null) {
      throw unreadable(
          span, Message.of("the alias `*%s` stands inside of what it names", Quote.name(name)));
    }
    expanded += anchor.size;
    if (expanded > FREE_ALIASES && expanded > MAX_EXPANSION * written) {
      throw unreadable(
          span,
          Message.of(
              "the aliases up to here stand for more than a million values, or 100 million characters"));
    }
    return anchor.node;
  }

  private UnreadableException undefined(String name, Span span) {
    Message hint =
        Suggestion.closest(name, byName.keySet())
            .map(near -> Message.of("did you mean `*%s`?", Quote.name(near)))
            .orElse(Message.of("put text that starts with `*` in quotes"));
    return new UnreadableException(
        Diagnostic.error(
                Code.YAML_SYNTAX, span, "no anchor `%s` comes before this alias", Quote.name(name))
            .hint(hint));
  }

  private static UnreadableException unreadable(Span span, Message message) {
    return new UnreadableException(Diagnostic.error(Code.YAML_SYNTAX, span, message));
  }
}
