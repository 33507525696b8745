package dev.fermata.model.diagnostic;

import dev.fermata.model.source.Suggestion;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Did-you-mean as a hint. What a text resembles that may be secret, nobody is told. */
public final class DidYouMean {
  private static final int FEW = 8;

  private DidYouMean() {}

  /** The name that a typing mistake would turn into what was written. */
  public static Optional<Message> of(Quote written, Collection<String> names) {
    return written.isOpen()
        ? Suggestion.closest(written.text(), names)
            .map(near -> Message.of("did you mean `%s`?", Quote.name(near)))
        : Optional.empty();
  }

  /** Else the names that there are, where they are few. */
  public static Optional<Message> orFew(Quote written, Collection<String> names) {
    return of(written, names)
        .or(() ->
            names.isEmpty() || names.size() > FEW ? Optional.empty() : Optional.of(there(names)));
  }

  private static Message there(Collection<String> names) {
    List<MessagePart> quotes = names.stream().<MessagePart>map(Quote::name).toList();
    Message all = Message.list("`%s`", ", ", quotes);
    return names.size() == 1 ? Message.of("there is %s", all) : Message.of("there are %s", all);
  }
}
