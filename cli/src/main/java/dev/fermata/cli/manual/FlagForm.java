package dev.fermata.cli.manual;

import dev.fermata.cli.grammar.Flag;

/**
 * A flag as pages write it: its names, and behind them a value's name where it takes one. Where
 * there is no short name a gap keeps the long ones below each other.
 */
record FlagForm(String gap, String names, String value, String about) {

  static FlagForm of(Flag<?> flag) {
    String names = String.join(", ", flag.names());
    String needed = flag.isSwitch() ? "" : "=" + flag.label();
    String value = flag.isOptional() ? "[" + needed + "]" : needed;
    return new FlagForm(names.startsWith("--") ? "    " : "", names, value, flag.about());
  }
}
