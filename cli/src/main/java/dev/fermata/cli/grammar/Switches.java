package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The flags that are on or off. As in Go programs they may have a value, behind {@code =} only, and
 * in all spellings of it; the parser knows {@code true} and {@code false}. Flags whose value may
 * lack are alike, with any text.
 */
final class Switches {
  private final Optional<String> see;
  private final Map<String, OptionSpec> byName;

  private Switches(Optional<String> see, Map<String, OptionSpec> byName) {
    this.see = see;
    this.byName = byName;
  }

  static Switches of(CommandLine command, String called) {
    var byName = new HashMap<>(command.getCommandSpec().optionsMap());
    byName.values().removeIf(it -> !Options.isSwitch(it) && !Options.isOptional(it));
    return new Switches(Operands.see(called), byName);
  }

  /** The same command, whose switches may have a value; help would show it. */
  static CommandSpec opened(CommandSpec command) {
    for (OptionSpec option : List.copyOf(command.options())) {
      if (Options.isSwitch(option)) {
        command.remove(option);
        command.addOption(
            option.toBuilder().usageHelp(false).arity("0..1").fallbackValue("true").build());
      }
    }
    return command;
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
    int equals = arg.indexOf('=');
    String name = equals < 0 ? arg : arg.substring(0, equals);
    OptionSpec option = byName.get(name);
    if (option == null) {
      return arg;
    }
    if (equals < 0) {
      return arg + (Options.isSwitch(option) ? "=true" : "=");
    }
    if (!Options.isSwitch(option)) {
      return arg;
    }
    String value = arg.substring(equals + 1);
    return GoBoolean.of(value)
        .map(on -> name + "=" + on)
        .orElseThrow(() -> new Misuse("`" + name + "` is true or false, not `" + value + "`", see));
  }
}
