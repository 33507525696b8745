package dev.fermata.model.diagnostic;

import dev.fermata.model.Value;
import java.util.List;
import java.util.stream.Stream;

/**
 * The user's text in a message, and the stretches of it that may be secret: those that came from
 * variables which are named like credentials, as the history of the value tells. Every text form
 * has a mask in their place, and in that of passwords in addresses.
 */
public record Quote(String text, List<Stretch> secrets) implements MessagePart {
  /** Nobody reads a megabyte of digits: what is longer is cut, once the secrets are out of it. */
  private static final int WHOLE = 200;

  private static final int HEAD = 80;

  public Quote {
    secrets = Stretch.united(secrets);
  }

  /** What the user wrote as it is, and no variable can be part of: a key, a name, a file. */
  public static Quote name(String written) {
    return new Quote(written, List.of());
  }

  /** Words of ours, such as an attribute's name from a table: they are never cut, nor secret. */
  public static MessagePart word(Object ours) {
    return new MessagePart.Word(ours.toString());
  }

  public static MessagePart number(long number) {
    return new MessagePart.Word(Long.toString(number));
  }

  /** Whether nothing of it may be secret. */
  public boolean isOpen() {
    return secrets.isEmpty();
  }

  /** Whether nothing but what stands in front of the host of an address may be secret. */
  public boolean isOpenWithoutLogin() {
    List<Stretch> logins = Credentials.logins(text);
    return secrets.stream().allMatch(one -> logins.stream().anyMatch(it -> it.covers(one)));
  }

  /**
   * The part from one unit of the text up to another one; what lies beyond its end is not there.
   */
  public Quote part(int from, int to) {
    int start = Math.clamp(from, 0, text.length());
    int end = Math.clamp(to, start, text.length());
    return new Quote(
        text.substring(start, end), secrets.stream().map(one -> one.within(start, end)).toList());
  }

  public Quote from(int start) {
    return part(start, text.length());
  }

  /** The same, all of it secret. */
  public Quote hidden() {
    return new Quote(text, List.of(Stretch.whole(text)));
  }

  /** The same, and what is named like a credential within the text is secret as well. */
  public Quote withWrittenSecrets() {
    return new Quote(
        text, Stream.concat(secrets.stream(), PlainSecrets.in(text, 0).stream()).toList());
  }

  /** The same value in another form: if any of it may be secret, all of the other may be. */
  public Quote as(String other) {
    return madeOf(other, this);
  }

  /** A text that follows from others: if any of them may be secret, all of it may be. */
  public static Quote madeOf(String text, Quote... sources) {
    boolean open = Stream.of(sources).allMatch(Quote::isOpen);
    return new Quote(text, open ? List.of() : List.of(Stretch.whole(text)));
  }

  /** The whole text with masks. */
  public String masked() {
    return masked(Stretch.united(Stream.concat(secrets.stream(), logins()).toList()));
  }

  /** The same without a look for addresses: the secrets are all that there are. */
  public String maskedAsIs() {
    return masked(secrets);
  }

  /** Where a place of the text is among the masks: within one, where that starts. */
  public int placeInMasked(int place) {
    int shift = 0;
    for (Stretch one : secrets) {
      if (place <= one.from()) {
        break;
      }
      if (place < one.to()) {
        return one.from() + shift;
      }
      shift += Value.Sensitive.MASK.length() - (one.to() - one.from());
    }
    return Math.min(place, text.length()) + shift;
  }

  private Stream<Stretch> logins() {
    return Credentials.logins(text).stream();
  }

  private String masked(List<Stretch> hidden) {
    if (hidden.isEmpty()) {
      return text;
    }
    var shown = new StringBuilder();
    int at = 0;
    for (Stretch one : hidden) {
      shown.append(text, at, one.from()).append(Value.Sensitive.MASK);
      at = one.to();
    }
    return shown.append(text, at, text.length()).toString();
  }

  /** As messages show it: masked, then cut, with marks for characters that nobody sees. */
  @Override
  public String shown() {
    String masked = masked();
    String cut =
        masked.length() <= WHOLE
            ? masked
            : masked.substring(0, masked.offsetByCodePoints(0, HEAD))
                + "... (%d characters)".formatted(masked.length());
    return ControlCharacters.marked(cut);
  }

  @Override
  public String toString() {
    return shown();
  }
}
