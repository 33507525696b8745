package dev.fermata.cli.grammar;

import dev.fermata.model.source.Suggestion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * From arguments to the command they call. Only the called command's flags are built; all of them
 * for the overview alone.
 */
public final class Grammar<C extends Syntax> {
  private final String program;
  private final Globals globals;
  private final Vocabulary<C> vocabulary;

  /** What the arguments say. */
  public sealed interface Parsed<C> {
    record Called<C>(C command, Arguments arguments) implements Parsed<C> {}

    /** {@code given} are flags of every command. */
    record Help<C>(HelpPage page, Arguments given) implements Parsed<C> {}
  }

  /** The flags of every command, and which of them exclude each other. */
  public record Globals(List<Flag<?>> flags, List<Exclusion> exclusions) {}

  /** {@code program} is what the user typed, for usage lines: {@code fermata}. */
  public Grammar(String program, Globals globals, Vocabulary<C> vocabulary) {
    this.program = program;
    this.globals = globals;
    this.vocabulary = vocabulary;
  }

  /** Throws {@link Misuse} where the arguments make no sense. */
  public Parsed<C> parse(List<String> args) {
    var words = FlagWords.of(globals.flags());
    int at = words.firstOperand(args);
    if (at >= args.size()) {
      return withoutCommand(args);
    }
    List<String> before = args.subList(0, words.flagsEnd(args));
    if (args.get(at).equals("help")) {
      return help(before, args.subList(at + 1, args.size()));
    }
    List<String> behind = args.subList(at + 1, args.size());
    return parse(before, args.get(at), behind);
  }

  /** {@code help up} is {@code up --help}. */
  private Parsed<C> help(List<String> before, List<String> about) {
    List<String> words = about.stream().filter(text -> !text.startsWith("-")).toList();
    if (words.isEmpty() || words.getFirst().equals("help")) {
      return withoutCommand(before);
    }
    var asked = new ArrayList<>(before);
    asked.addAll(words);
    asked.add("--help");
    return parse(asked);
  }

  private Parsed<C> withoutCommand(List<String> args) {
    if (args.contains("--version") || args.contains("-v")) {
      return parse(List.of("version"));
    }
    return new Parsed.Help<>(pages().overview(), globals(args));
  }

  /** What is given of the flags of every command, where no command is called. */
  private Arguments globals(List<String> args) {
    var root = new CommandLine(Switches.opened(specs().root()));
    List<String> spelled = Switches.of(root, program).spelled(args);
    ParseResult parsed = parsed(root, spelled, program);
    return new Arguments(flag -> Options.given(flag, List.of(parsed)), List.of(), List.of());
  }

  /** {@code name} has as many words as were understood so far. */
  private Parsed<C> parse(List<String> before, String name, List<String> behind) {
    List<String> below = below(name);
    if (vocabulary.names().contains(name) && !isCalledBelow(name, below, behind)) {
      return call(before, name, behind);
    }
    if (below.isEmpty()) {
      throw unknownCommand(name);
    }
    int at = FlagWords.of(flagsOf(below)).firstOperand(behind);
    if (at >= behind.size()) {
      return new Parsed.Help<>(pages().group(name, below), globals(before));
    }
    var rest = new ArrayList<>(behind);
    String word = rest.remove(at);
    return parse(before, name + " " + word, rest);
  }

  /**
   * Whether the next word is a command's below one that is a command too. Two dashes before it say
   * that it is not: {@code explain -- env} is about a service of that name.
   */
  private boolean isCalledBelow(String name, List<String> below, List<String> behind) {
    var flags = new ArrayList<>(flagsOf(below));
    flags.addAll(vocabulary.command(name).flags());
    int at = FlagWords.of(flags).flagsEnd(behind);
    return at < behind.size() && below.contains(name + " " + behind.get(at));
  }

  /** The commands whose names begin with these words. */
  private List<String> below(String name) {
    return vocabulary.names().stream().filter(known -> known.startsWith(name + " ")).toList();
  }

  /** All flags that may stand before the last word of a sub-command's name. */
  private List<Flag<?>> flagsOf(Collection<String> names) {
    var flags = new ArrayList<>(globals.flags());
    names.forEach(name -> flags.addAll(vocabulary.command(name).flags()));
    return flags;
  }

  private Parsed<C> call(List<String> before, String name, List<String> behind) {
    C command = vocabulary.command(name);
    String called = program + " " + name;
    CommandSpec root = Switches.opened(specs().root());
    var sub = new CommandLine(Switches.opened(specs().command(name, command)));
    root.addSubcommand(name, sub);
    var line = new CommandLine(root);
    var args = new ArrayList<>(Switches.of(line, called).spelled(before));
    args.add(name);
    args.addAll(Switches.of(sub, called).spelled(closed(command, behind)));
    ParseResult parsed = parsed(line, args, called);
    Arguments arguments = arguments(command, parsed);
    if (arguments.has(Specs.HELP)) {
      return new Parsed.Help<>(pages().command(name, command), arguments);
    }
    command.operands().check(called, arguments.operands());
    for (Exclusion exclusion : exclusions(command)) {
      exclusion.check(arguments);
    }
    return new Parsed.Called<>(command, arguments);
  }

  private List<Exclusion> exclusions(Syntax command) {
    var exclusions = new ArrayList<>(globals.exclusions());
    exclusions.addAll(command.exclusions());
    return exclusions;
  }

  /** Where the flags end at the first operand, two dashes say so. */
  private List<String> closed(Syntax command, List<String> args) {
    if (command.operands().flagsEnd() == Operands.FlagsEnd.AT_TWO_DASHES) {
      return args;
    }
    var flags = new ArrayList<>(command.flags());
    flags.addAll(globals.flags());
    int at = Math.min(FlagWords.of(flags).firstOperand(args), args.size());
    var closed = new ArrayList<>(args);
    if (at == 0 || !args.get(at - 1).equals("--")) {
      closed.add(at, "--");
    }
    return closed;
  }

  private Arguments arguments(Syntax command, ParseResult parsed) {
    var declared = new ArrayList<>(globals.flags());
    declared.addAll(command.flags());
    declared.add(Specs.HELP);
    ParseResult sub = parsed.subcommand();
    List<String> operands = sub.matchedPositionalValue(0, List.<String>of());
    List<String> notes =
        declared.stream()
            .flatMap(flag -> Options.notes(flag, places(command, flag, parsed)).stream())
            .toList();
    return new Arguments(
        flag -> {
          if (!declared.contains(flag)) {
            throw new IllegalStateException(sub.commandSpec().name() + " has no flag " + flag);
          }
          return Options.given(flag, places(command, flag, parsed));
        },
        operands,
        notes);
  }

  /** Where a flag may stand; one of all commands whose name a command's own has, before that. */
  private static List<ParseResult> places(Syntax command, Flag<?> flag, ParseResult root) {
    if (command.flags().contains(flag)) {
      return List.of(root.subcommand());
    }
    boolean isTaken = command.flags().stream().anyMatch(own -> own.names().contains(flag.name()));
    return isTaken ? List.of(root) : List.of(root, root.subcommand());
  }

  private Specs specs() {
    return new Specs(program, globals.flags());
  }

  private HelpPages<C> pages() {
    return new HelpPages<>(program, globals.flags(), vocabulary);
  }

  private ParseResult parsed(CommandLine line, List<String> args, String called) {
    try {
      return line.parseArgs(args.toArray(new String[0]));
    } catch (UnmatchedArgumentException e) {
      throw unknownFlag(e, called);
    } catch (ParameterException e) {
      String message = String.valueOf(e.getMessage());
      throw new Misuse(
          message.substring(0, 1).toLowerCase(Locale.ROOT) + message.substring(1),
          Operands.see(called));
    }
  }

  private Misuse unknownCommand(String name) {
    int last = name.lastIndexOf(' ') + 1;
    String above = name.substring(0, last);
    List<String> words =
        vocabulary.names().stream()
            .filter(known -> known.startsWith(above))
            .map(known -> known.substring(last).split(" ", 2)[0])
            .distinct()
            .toList();
    String hint =
        Suggestion.closest(name.substring(last), words)
            .map(near -> "did you mean `" + above + near + "`?")
            .orElse("`" + program + " " + above + "--help` lists them");
    return new Misuse("unknown command `" + name + "`", Optional.of(hint));
  }

  private static Misuse unknownFlag(UnmatchedArgumentException e, String called) {
    String word = e.getUnmatched().getFirst();
    if (!word.startsWith("-")) {
      return new Misuse("`" + called + "` takes no argument `" + word + "`", Operands.see(called));
    }
    List<String> flags = new ArrayList<>(e.getCommandLine().getCommandSpec().optionsMap().keySet());
    flags.removeIf(flag -> !flag.startsWith("--"));
    return new Misuse(
        "unknown flag `" + word + "` of `" + called + "`",
        Suggestion.closest(word, flags)
            .map(flag -> "did you mean `" + flag + "`?")
            .or(() -> Operands.see(called)));
  }
}
