package dev.fermata.model.diagnostic;

import com.google.errorprone.annotations.CompileTimeConstant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of ours, with the user's text in it. {@code template} has a {@code %s} for each
 * part. It is a constant of the program, and a text of the user comes in as a {@link Quote} only:
 * so nobody has to look for secrets in a finished sentence.
 */
public final class Message implements MessagePart {
  private static final String PLACE = "%s";

  /** Of thousands of parts, nobody reads the last one. All secrets are masked before that. */
  private static final int MOST = 2_000;

  private final String template;
  private final List<MessagePart> parts;

  private Message(String template, List<MessagePart> parts) {
    this.template = template;
    this.parts = List.copyOf(parts);
    if (places(template) != parts.size()) {
      throw new IllegalStateException("a bug: %d parts for `%s`".formatted(parts.size(), template));
    }
  }

  public static Message of(@CompileTimeConstant String template, MessagePart... parts) {
    return new Message(template, List.of(parts));
  }

  /** A sentence that others than we have worded, such as a server: it is not cut like a quote. */
  public static Message foreign(String sentence) {
    String open = ControlCharacters.marked(Credentials.withoutLogins(sentence));
    return new Message(PLACE, List.of(new MessagePart.Word(open)));
  }

  /** All parts in a row. */
  public static Message list(
      @CompileTimeConstant String each,
      @CompileTimeConstant String between,
      List<MessagePart> parts) {
    var template = new ArrayList<String>();
    parts.forEach(part -> template.add(each));
    return new Message(String.join(between, template), parts);
  }

  private static int places(String template) {
    int places = 0;
    for (int at = template.indexOf(PLACE); at >= 0; at = template.indexOf(PLACE, at + 2)) {
      places++;
    }
    return places;
  }

  @Override
  public String shown() {
    String text = filled();
    return text.length() <= MOST
        ? text
        : text.substring(0, text.offsetByCodePoints(0, MOST / 2)) + "...";
  }

  private String filled() {
    if (parts.isEmpty()) {
      return template;
    }
    var text = new StringBuilder();
    int at = 0;
    for (MessagePart part : parts) {
      int place = template.indexOf(PLACE, at);
      text.append(template, at, place).append(part.shown());
      at = place + PLACE.length();
    }
    return text.append(template, at, template.length()).toString();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Message message
        && template.equals(message.template)
        && parts.equals(message.parts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(template, parts);
  }

  @Override
  public String toString() {
    return shown();
  }
}
