package dev.fermata.model.tree;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The entries of a mapping while it is read: its own keys win over what {@code <<} brings. */
final class MappingEntries {
  private final List<Diagnostic> diagnostics;
  private final LinkedHashMap<String, Mapping.Entry> own = new LinkedHashMap<>();
  private final List<Mapping> merged = new ArrayList<>();
  private @Nullable Span mergeKey;

  MappingEntries(List<Diagnostic> diagnostics) {
    this.diagnostics = diagnostics;
  }

  void put(Span keySpan, Node key, Node value) {
    if (!(key instanceof Scalar scalar)) {
      diagnostics.add(
          Diagnostic.error(
              Code.WRONG_TYPE, keySpan, "a key must be text, not a list or a mapping"));
      return;
    }
    if (scalar.kind() != Scalar.Kind.STRING) {
      diagnostics.add(notText(keySpan, scalar));
      return;
    }
    Mapping.Entry first = own.putIfAbsent(scalar.text(), new Mapping.Entry(keySpan, value));
    if (first != null) {
      diagnostics.add(duplicate(keySpan, scalar.text(), first.keySpan()));
    }
  }

  /** Merges a second time, too, once it is reported: what it brings is not missing elsewhere. */
  void merge(Span keySpan, Node value) {
    if (mergeKey == null) {
      mergeKey = keySpan;
    } else {
      diagnostics.add(
          duplicate(keySpan, "<<", mergeKey)
              .hint("merge several mappings by a list: `<<: [*one, *other]`"));
    }
    switch (value) {
      case Mapping mapping -> merged.add(mapping);
      case Sequence sequence -> mergeItems(keySpan, sequence.items());
      case Scalar scalar -> notMergeable(keySpan, scalar.span());
      case Faulty faulty -> {}
    }
  }

  Mapping mapping(Span span) {
    for (Mapping source : merged) {
      source.entries().forEach(own::putIfAbsent);
    }
    return Mapping.of(own, span);
  }

  private void mergeItems(Span keySpan, List<Node> items) {
    for (Node item : items) {
      if (item instanceof Mapping mapping) {
        merged.add(mapping);
        continue;
      }
      notMergeable(keySpan, item.span());
      return;
    }
  }

  /** What is merged stands where its anchor is, perhaps far from here. */
  private void notMergeable(Span keySpan, Span value) {
    diagnostics.add(
        Diagnostic.error(Code.WRONG_TYPE, keySpan, "`<<` merges a mapping or a list of mappings")
            .related(value, "this is none"));
  }

  private static Diagnostic notText(Span span, Scalar key) {
    String what = key.kind().name().toLowerCase(java.util.Locale.ROOT);
    Message message =
        key.isNull()
            ? Message.of("a key must be text, not empty")
            : Message.of(
                "a key must be text; `%s` is read as %s %s",
                key.quoteRaw(), Quote.word(what.startsWith("i") ? "an" : "a"), Quote.word(what));
    return Diagnostic.error(Code.WRONG_TYPE, span, message)
        .hint("put it in quotes: `\"%s\"`", key.quoteRaw());
  }

  private static Diagnostic duplicate(Span span, String key, Span first) {
    return Diagnostic.error(
            Code.DUPLICATE_KEY, span, "the key `%s` appears twice in one mapping", Quote.name(key))
        .hint("remove one of the two")
        .related(first, "it is here first");
  }
}
