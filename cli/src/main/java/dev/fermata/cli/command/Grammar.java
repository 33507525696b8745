package dev.fermata.cli.command;

import dev.fermata.model.source.Suggestion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * From arguments to the command they call. Only the called command's flags are built; all of them
 * for the overview alone.
 */
final class Grammar {
  private static final OptionSpec HELP =
      Flags.flag("Show this help", "-h", "--help").toBuilder().usageHelp(true).build();

  /** What the arguments say. */
  sealed interface Parsed {
    record Called(Command command, Arguments arguments) implements Parsed {}

    record Help(String text) implements Parsed {}

    record Wrong(Ending.Misused why) implements Parsed {}
  }

  private final String program;

  /** {@code program} is what the user typed, for usage lines: {@code fermata}. */
  Grammar(String program) {
    this.program = program;
  }

  Parsed parse(List<String> args) {
    int at = firstOperand(args);
    if (at == args.size()) {
      return withoutCommand(args);
    }
    String word = args.get(at);
    Optional<CommandName> name = CommandName.of(word);
    if (name.isPresent()) {
      return parse(args, at, name.get());
    }
    return word.equals("help") ? help(args.subList(at + 1, args.size())) : unknownCommand(word);
  }

  /** {@code help up} is {@code up --help}. */
  private Parsed help(List<String> about) {
    Optional<String> word = about.stream().filter(text -> !text.startsWith("-")).findFirst();
    return word.isEmpty() || word.get().equals("help")
        ? new Parsed.Help(overview())
        : parse(List.of(word.get(), "--help"));
  }

  private Parsed withoutCommand(List<String> args) {
    if (args.contains("--version") || args.contains("-v")) {
      return parse(List.of("version"));
    }
    CommandLine root = new CommandLine(root());
    try {
      root.parseArgs(args.toArray(String[]::new));
      return new Parsed.Help(overview());
    } catch (ParameterException e) {
      return new Parsed.Wrong(wrong(e, program));
    }
  }

  /** {@code at} is the place of the command's name. */
  private Parsed parse(List<String> args, int at, CommandName name) {
    Command command = name.command();
    CommandSpec root = Switches.opened(root());
    root.addSubcommand(name.text(), new CommandLine(Switches.opened(spec(name, command))));
    var line = new CommandLine(root);
    String called = program + " " + name.text();
    try {
      ParseResult parsed = line.parseArgs(spelled(args, at, line));
      var arguments = new Arguments(parsed, parsed.subcommand());
      return arguments.has("--help")
          ? new Parsed.Help(usage(name, command))
          : new Parsed.Called(command, arguments);
    } catch (ParameterException e) {
      return new Parsed.Wrong(wrong(e, called));
    }
  }

  private static String[] spelled(List<String> args, int at, CommandLine line) {
    CommandLine sub = line.getSubcommands().values().iterator().next();
    var spelled = new ArrayList<>(Switches.of(line).spelled(args.subList(0, at)));
    spelled.addAll(Switches.of(sub).spelled(args.subList(at, args.size())));
    return spelled.toArray(String[]::new);
  }

  private String usage(CommandName name, Command command) {
    var sub = new CommandLine(spec(name, command));
    new CommandLine(root()).addSubcommand(name.text(), sub);
    return sub.getUsageMessage(Ansi.OFF);
  }

  /** Where the command's name is: the first word that is neither a flag nor the value of one. */
  private static int firstOperand(List<String> args) {
    Set<String> valued = new HashSet<>();
    for (OptionSpec option : GlobalOptions.options()) {
      if (!Switches.is(option)) {
        valued.addAll(Arrays.asList(option.names()));
      }
    }
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("-")) {
        return i;
      }
      if (valued.contains(arg)) {
        i++;
      }
    }
    return args.size();
  }

  private CommandSpec root() {
    CommandSpec spec = CommandSpec.create().name(program);
    spec.parser().posixClusteredShortOptionsAllowed(true).overwrittenOptionsAllowed(true);
    GlobalOptions.options().forEach(spec::addOption);
    spec.addOption(HELP);
    spec.addOption(Flags.hiddenFlag("-v", "--version"));
    return spec;
  }

  private static CommandSpec spec(CommandName name, Command command) {
    CommandSpec spec = CommandSpec.create().name(name.text());
    spec.parser().overwrittenOptionsAllowed(true);
    spec.usageMessage().description(command.summary()).sortOptions(true).abbreviateSynopsis(true);
    var taken = new HashSet<String>();
    for (OptionSpec option : command.options()) {
      spec.addOption(option);
      taken.addAll(Arrays.asList(option.names()));
    }
    spec.addOption(HELP);
    globalsBeside(taken).forEach(spec::addOption);
    if (!command.operands().isEmpty()) {
      spec.addPositional(operands(command.operands()));
    }
    return spec;
  }

  /** The global flags under the names that the command leaves free; not shown in its help. */
  private static List<OptionSpec> globalsBeside(Set<String> taken) {
    var free = new ArrayList<OptionSpec>();
    for (OptionSpec option : GlobalOptions.options()) {
      String[] names =
          Arrays.stream(option.names())
              .filter(name -> !taken.contains(name))
              .toArray(String[]::new);
      boolean meansTheSame =
          Arrays.stream(names).anyMatch(name -> name.startsWith("--")) && names.length > 0;
      if (meansTheSame) {
        free.add(option.toBuilder().names(names).hidden(true).build());
      }
    }
    return free;
  }

  private static PositionalParamSpec operands(String label) {
    return PositionalParamSpec.builder()
        .paramLabel(label)
        .hideParamSyntax(true)
        .arity("0..*")
        .type(List.class)
        .auxiliaryTypes(String.class)
        .build();
  }

  private String overview() {
    CommandSpec root = root();
    root.usageMessage()
        .synopsisHeading("Usage: ")
        .customSynopsis(program + " [OPTIONS] COMMAND [ARG...]")
        .description("Brings Compose projects up, each service when what it needs is ready.")
        .commandListHeading("%nCommands:%n")
        .optionListHeading("%nOptions:%n")
        .footer("", "Try `" + program + " COMMAND --help` for one command.");
    for (CommandName name : CommandName.values()) {
      root.addSubcommand(name.text(), new CommandLine(spec(name, name.command())));
    }
    return new CommandLine(root).getUsageMessage(Ansi.OFF);
  }

  private Parsed unknownCommand(String word) {
    List<String> names = Arrays.stream(CommandName.values()).map(CommandName::text).toList();
    String hint =
        Suggestion.closest(word, names)
            .map(name -> "did you mean `" + name + "`?")
            .orElse("`" + program + " --help` lists them");
    return new Parsed.Wrong(
        new Ending.Misused("unknown command `" + word + "`", Optional.of(hint)));
  }

  private static Ending.Misused wrong(ParameterException e, String called) {
    if (e instanceof UnmatchedArgumentException unmatched) {
      return unknownFlag(unmatched, called);
    }
    String message = String.valueOf(e.getMessage());
    return new Ending.Misused(
        message.substring(0, 1).toLowerCase(java.util.Locale.ROOT) + message.substring(1),
        Optional.of("see `" + called + " --help`"));
  }

  private static Ending.Misused unknownFlag(UnmatchedArgumentException e, String called) {
    String word = e.getUnmatched().getFirst();
    if (!word.startsWith("-")) {
      return new Ending.Misused(
          "`" + called + "` takes no argument `" + word + "`",
          Optional.of("see `" + called + " --help`"));
    }
    List<String> flags = new ArrayList<>(e.getCommandLine().getCommandSpec().optionsMap().keySet());
    flags.removeIf(flag -> !flag.startsWith("--"));
    String hint =
        Suggestion.closest(word, flags)
            .map(flag -> "did you mean `" + flag + "`?")
            .orElse("see `" + called + " --help`");
    return new Ending.Misused("unknown flag `" + word + "` of `" + called + "`", Optional.of(hint));
  }
}
