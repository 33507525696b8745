package dev.fermata.cli.grammar;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.BiFunction;

/**
 * A flag: its names, what help says of it, and how what was given becomes a value. Each is a
 * constant of the command, or of the group of flags, that it belongs to.
 */
public final class Flag<T> {
  private final Form form;
  private final Reader<T> reader;

  /** How it is written and shown; an empty label is that of a switch. */
  private record Form(
      List<String> names,
      List<Former> former,
      String label,
      String about,
      Purpose purpose,
      List<String> words,
      Optional<String> note,
      Value value) {
    static Form of(List<String> names, String label, String about) {
      return new Form(
          names,
          List.of(),
          label,
          about,
          Purpose.USERS,
          List.of(),
          Optional.empty(),
          Value.AS_THE_LABEL_SAYS);
    }

    Form withValue(Value other) {
      return new Form(names, former, label, about, purpose, words, note, other);
    }

    Form withFormer(Former one) {
      var all = new ArrayList<>(former);
      all.add(one);
      return new Form(names, List.copyOf(all), label, about, purpose, words, note, value);
    }

    Form withPurpose(Purpose other) {
      return new Form(names, former, label, about, other, words, note, value);
    }

    Form withWords(List<String> offered) {
      return new Form(names, former, label, about, purpose, List.copyOf(offered), note, value);
    }

    Form deprecated(String why) {
      return new Form(
          names, former, label, about, Purpose.OLD_SCRIPTS, words, Optional.of(why), value);
    }
  }

  /** A name that works and that help does not show; {@code note} is what is said to who uses it. */
  record Former(String name, Optional<String> note) {}

  /** Whether the flag may stand alone. */
  private enum Value {
    AS_THE_LABEL_SAYS,
    /** Behind {@code =} only, or none. */
    OPTIONAL
  }

  /** Whom it is for. */
  private enum Purpose {
    USERS,
    /** Works as any other, and help does not show it. */
    OLD_SCRIPTS,
    /** Understood and of no effect, since other tools have it. */
    NOBODY
  }

  /** From what was given, in order, to the value; where nothing was given there are no texts. */
  private interface Reader<T> {
    T read(String flag, List<String> texts);
  }

  private Flag(Form form, Reader<T> reader) {
    this.form = form;
    this.reader = reader;
  }

  private static <T> Flag<T> of(String label, String about, Reader<T> reader, String... names) {
    return new Flag<>(Form.of(List.of(names), label, about), reader);
  }

  /** A switch that is off unless it is given. */
  public static Flag<Boolean> off(String about, String... names) {
    return of("", about, (flag, texts) -> isOn(last(texts).orElse("false")), names);
  }

  /** A switch that is on unless it is given as {@code --flag=false}. */
  public static Flag<Boolean> on(String about, String... names) {
    return of("", about, (flag, texts) -> isOn(last(texts).orElse("true")), names);
  }

  /** A switch whose usual state depends on more than the flag. */
  public static Flag<Optional<Boolean>> either(String about, String... names) {
    return of("", about, (flag, texts) -> last(texts).map(Flag::isOn), names);
  }

  /** The last one given counts. */
  public static Flag<Optional<String>> text(String label, String about, String... names) {
    return of(label, about, (flag, texts) -> last(texts), names);
  }

  /** The last one counts; given without a value, the text is empty. */
  public static Flag<Optional<String>> optionalText(String label, String about, String name) {
    return new Flag<>(
        Form.of(List.of(name), label, about).withValue(Value.OPTIONAL),
        (flag, texts) -> last(texts));
  }

  /** All that are given count. */
  public static Flag<List<String>> texts(String label, String about, String... names) {
    return of(label, about, (flag, texts) -> texts, names);
  }

  public static Flag<OptionalInt> number(String label, String about, String... names) {
    return of(label, about, Flag::number, names);
  }

  public static Flag<Optional<Duration>> seconds(String about, String... names) {
    return of("SECONDS", about, Flag::duration, names);
  }

  /** One of some words; the first of them where none is given. */
  public static Flag<String> oneOf(
      List<String> words, String label, String about, String... names) {
    return word(label, about, names).offering(words).as((flag, word) -> word.among(words));
  }

  /** One of some words, which are known by whoever uses it. */
  public static Flag<Word> word(String label, String about, String... names) {
    return of(label, about, (flag, texts) -> new Word(flag, last(texts)), names);
  }

  /** A switch that other tools have: understood, of no effect, and not shown. */
  public static Flag<Boolean> withoutEffect(String... names) {
    return off("", names).of(Purpose.NOBODY);
  }

  /** The same, not shown in help. */
  public Flag<T> hidden() {
    return of(Purpose.OLD_SCRIPTS);
  }

  private Flag<T> of(Purpose purpose) {
    return new Flag<>(form.withPurpose(purpose), reader);
  }

  /** The same, not shown in help; who still uses it is told the note. */
  public Flag<T> deprecated(String note) {
    return new Flag<>(form.deprecated(note), reader);
  }

  /** The same under one more name, which help does not show. */
  public Flag<T> alsoCalled(String name) {
    return new Flag<>(form.withFormer(new Former(name, Optional.empty())), reader);
  }

  /** The same under a name that it had; who still uses that is told the note. */
  public Flag<T> formerly(String name, String note) {
    return new Flag<>(form.withFormer(new Former(name, Optional.of(note))), reader);
  }

  /** The same; these are values that a shell may fill in. */
  public Flag<T> offering(List<String> words) {
    return new Flag<>(form.withWords(words), reader);
  }

  public Flag<T> offering(String... words) {
    return offering(List.of(words));
  }

  /** The same flag, whose value is made of this one's; messages need its name. */
  public <U> Flag<U> as(BiFunction<String, T, U> meaning) {
    return new Flag<>(form, (flag, texts) -> meaning.apply(flag, reader.read(flag, texts)));
  }

  /** The long name, by which messages call it. */
  public String name() {
    for (String name : form.names()) {
      if (name.startsWith("--")) {
        return name;
      }
    }
    throw new IllegalStateException("a flag without a long name: " + form.names());
  }

  public List<String> names() {
    return form.names();
  }

  /** What is said to who uses it. */
  Optional<String> note() {
    return form.note();
  }

  List<Former> former() {
    return form.former();
  }

  /** All names by which it may be called, those that help does not show among them. */
  public List<String> spellings() {
    var all = new ArrayList<>(form.names());
    form.former().forEach(it -> all.add(it.name()));
    return all;
  }

  public String label() {
    return form.label();
  }

  public String about() {
    return form.about();
  }

  /** Values that a shell may fill in; others may be right as well. */
  public List<String> words() {
    return form.words();
  }

  public boolean isSwitch() {
    return form.label().isEmpty();
  }

  /** Whether it may stand without a value, and so never takes the next word for one. */
  public boolean isOptional() {
    return form.value() == Value.OPTIONAL;
  }

  public boolean isHidden() {
    return form.purpose() != Purpose.USERS;
  }

  /** Whether a command has to look at it. */
  boolean hasEffect() {
    return form.purpose() != Purpose.NOBODY;
  }

  T read(List<String> texts) {
    return reader.read(name(), texts);
  }

  @Override
  public String toString() {
    return name();
  }

  private static Optional<String> last(List<String> texts) {
    return texts.isEmpty() ? Optional.empty() : Optional.of(texts.getLast());
  }

  /** The grammar has refused other words. */
  private static boolean isOn(String text) {
    return GoBoolean.of(text).orElse(false);
  }

  private static OptionalInt number(String flag, List<String> texts) {
    Optional<String> text = last(texts);
    try {
      return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(text.get()));
    } catch (NumberFormatException e) {
      throw new Misuse("`" + flag + "` takes a whole number, not `" + text.orElse("") + "`");
    }
  }

  private static Optional<Duration> duration(String flag, List<String> texts) {
    OptionalInt number = number(flag, texts);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.getAsInt() < 0) {
      throw new Misuse("`" + flag + "` cannot be negative");
    }
    return Optional.of(Duration.ofSeconds(number.getAsInt()));
  }
}
