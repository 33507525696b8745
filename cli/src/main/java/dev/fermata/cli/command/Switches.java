package dev.fermata.cli.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * The flags that are on or off. As in Go programs they may have a value, behind {@code =} only, and
 * in all spellings of it; the parser knows {@code true} and {@code false}.
 */
final class Switches {
  private final CommandLine command;
  private final Map<String, OptionSpec> byName;

  private Switches(CommandLine command, Map<String, OptionSpec> byName) {
    this.command = command;
    this.byName = byName;
  }

  static Switches of(CommandLine command) {
    var byName = new HashMap<>(command.getCommandSpec().optionsMap());
    byName.values().removeIf(option -> !is(option));
    return new Switches(command, byName);
  }

  /** The same command, whose switches may have a value; help would show it. */
  static CommandSpec opened(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      if (is(option)) {
        command.remove(option);
        command.addOption(
            option.toBuilder().usageHelp(false).arity("0..1").fallbackValue("true").build());
      }
    }
    return command;
  }

  static boolean is(OptionSpec option) {
    return option.type() == boolean.class;
  }

  /** The arguments with every value of a switch as the parser spells it. */
  List<String> spelled(List<String> args) {
    var spelled = new ArrayList<String>();
    for (String arg : args) {
      if (arg.equals("--")) {
        spelled.addAll(args.subList(spelled.size(), args.size()));
        return spelled;
      }
      spelled.add(spelled(arg));
    }
    return spelled;
  }

  /** Every switch gets its value, or the parser would take a {@code true} behind it for one. */
  private String spelled(String arg) {
    if (byName.containsKey(arg)) {
      return arg + "=true";
    }
    int equals = arg.indexOf('=');
    if (equals < 0 || !byName.containsKey(arg.substring(0, equals))) {
      return arg;
    }
    String name = arg.substring(0, equals);
    String value = arg.substring(equals + 1);
    return GoBoolean.of(value)
        .map(on -> name + "=" + on)
        .orElseThrow(() ->
            new ParameterException(
                command, "`" + name + "` is true or false, not `" + value + "`"));
  }
}
