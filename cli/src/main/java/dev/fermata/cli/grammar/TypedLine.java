package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A line that somebody is typing. It is read as far as it goes: what makes no sense yet may do so
 * when it is finished.
 */
public final class TypedLine<C extends Syntax> {
  private final Vocabulary<C> vocabulary;
  private final List<Flag<?>> globals;
  private final Map<Flag<?>, List<String>> given = new HashMap<>();
  private final List<String> operands = new ArrayList<>();
  private Optional<C> command = Optional.empty();
  private List<Flag<?>> flags;
  private String name = "";
  private Optional<Flag<?>> lacksValue = Optional.empty();
  private boolean flagsEnded;
  private boolean isSenseless;

  private TypedLine(Vocabulary<C> vocabulary, List<Flag<?>> globals) {
    this.vocabulary = vocabulary;
    this.globals = globals;
    this.flags = globals;
  }

  /** {@code before} are the words before the one that is being typed. */
  public static <C extends Syntax> TypedLine<C> of(
      Vocabulary<C> vocabulary, Grammar.Globals globals, List<String> before) {
    var line = new TypedLine<>(vocabulary, globals.flags());
    before.forEach(line::read);
    return line;
  }

  /** What is given of the flags so far, and the operands. */
  public Arguments arguments() {
    return new Arguments(flag -> given.getOrDefault(flag, List.of()), operands, List.of());
  }

  /** What may be made of this word. */
  public Wanted wanted(String word) {
    if (isSenseless) {
      return new Wanted.Nothing();
    }
    if (lacksValue.isPresent()) {
      return new Wanted.FlagValue(lacksValue.get(), "");
    }
    if (!flagsEnded && word.startsWith("-")) {
      return flag(word);
    }
    return command.map(this::operand).orElseGet(this::commandWord);
  }

  private Wanted flag(String word) {
    int equals = word.indexOf('=');
    if (equals < 0) {
      return new Wanted.FlagName(HelpPages.shown(flags));
    }
    return find(word.substring(0, equals))
        .filter(flag -> !flag.isSwitch())
        .<Wanted>map(flag -> new Wanted.FlagValue(flag, word.substring(0, equals + 1)))
        .orElseGet(Wanted.Nothing::new);
  }

  private Wanted operand(Syntax called) {
    List<String> words = called.operands().words();
    if (words.isEmpty()) {
      return new Wanted.Nothing();
    }
    int at = operands.size();
    if (at >= words.size() && !words.getLast().contains("...")) {
      return new Wanted.Nothing();
    }
    String word = words.get(Math.min(at, words.size() - 1));
    return new Wanted.Operand(
        Named.by(word.replaceAll("[\\[\\]]|\\.\\.\\.", "")),
        at == 0 && !flagsEnded ? below() : List.of());
  }

  private Wanted commandWord() {
    return new Wanted.CommandWord(below());
  }

  /** The words that go on with the command's name. */
  private List<HelpPage.Entry> below() {
    var words = new LinkedHashMap<String, String>();
    String above = name.isEmpty() ? "" : name + " ";
    for (String known : vocabulary.names()) {
      if (known.startsWith(above)) {
        String[] rest = known.substring(above.length()).split(" ", 2);
        String summary = rest.length == 1 ? vocabulary.command(known).summary() : "";
        words.putIfAbsent(rest[0], summary);
      }
    }
    return words.entrySet().stream()
        .map(entry -> new HelpPage.Entry(entry.getKey(), entry.getValue()))
        .toList();
  }

  private void read(String word) {
    if (lacksValue.isPresent()) {
      give(lacksValue.get(), word);
      lacksValue = Optional.empty();
      return;
    }
    if (flagsEnded || !word.startsWith("-") || word.equals("-")) {
      readName(word);
      return;
    }
    if (word.equals("--")) {
      flagsEnded = true;
      return;
    }
    if (word.startsWith("--")) {
      readFlag(word);
      return;
    }
    readLetters(word);
  }

  private void readName(String word) {
    if (command.isPresent() && !isCalledBelow(word)) {
      operands.add(word);
      flagsEnded |= command.get().operands().flagsEnd() == Operands.FlagsEnd.AT_FIRST_OPERAND;
      return;
    }
    if (name.isEmpty() && word.equals("help")) {
      return;
    }
    name = name.isEmpty() ? word : name + " " + word;
    if (vocabulary.names().contains(name)) {
      C called = vocabulary.command(name);
      command = Optional.of(called);
      var all = new ArrayList<>(called.flags());
      all.addAll(globals);
      flags = all;
      return;
    }
    isSenseless |= vocabulary.names().stream().noneMatch(known -> known.startsWith(name + " "));
  }

  /** A command may have others below it: {@code explain env} beside {@code explain web}. */
  private boolean isCalledBelow(String word) {
    return operands.isEmpty() && !flagsEnded && vocabulary.names().contains(name + " " + word);
  }

  private void readFlag(String word) {
    int equals = word.indexOf('=');
    Optional<Flag<?>> found = find(equals < 0 ? word : word.substring(0, equals));
    if (found.isEmpty()) {
      return;
    }
    if (equals >= 0) {
      give(found.get(), word.substring(equals + 1));
      return;
    }
    await(found.get());
  }

  /** Several letters may stand in one word; the value of the last one may be the next word. */
  private void readLetters(String word) {
    for (int i = 1; i < word.length(); i++) {
      Optional<Flag<?>> found = find("-" + word.charAt(i));
      if (found.isPresent() && !found.get().isSwitch() && i < word.length() - 1) {
        give(found.get(), word.substring(i + 1));
        return;
      }
      found.ifPresent(this::await);
    }
  }

  private void await(Flag<?> flag) {
    if (flag.isSwitch() || flag.isOptional()) {
      give(flag, "true");
      return;
    }
    lacksValue = Optional.of(flag);
  }

  private void give(Flag<?> flag, String value) {
    given.computeIfAbsent(flag, key -> new ArrayList<>()).add(value);
  }

  /** The command's own first. */
  private Optional<Flag<?>> find(String called) {
    for (Flag<?> flag : flags) {
      if (flag.spellings().contains(called)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }
}
