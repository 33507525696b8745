package dev.fermata.cli.grammar;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells operands from flags and their values by the names of the flags that have one. */
record FlagWords(Set<String> valued) {

  static FlagWords of(Collection<Flag<?>> flags) {
    var valued = new HashSet<String>();
    for (Flag<?> flag : flags) {
      if (!flag.isSwitch() && !flag.isOptional()) {
        valued.addAll(flag.spellings());
      }
    }
    return new FlagWords(valued);
  }

  /** The place of the first operand; the number of arguments where there is none. */
  int firstOperand(List<String> args) {
    int end = flagsEnd(args);
    return end < args.size() && args.get(end).equals("--") ? end + 1 : end;
  }

  /** The place of the first word behind the flags: an operand, or two dashes before one. */
  int flagsEnd(List<String> args) {
    for (int i = 0; i < args.size(); i++) {
      String arg = args.get(i);
      if (!arg.startsWith("-") || arg.equals("-") || arg.equals("--")) {
        return i;
      }
      if (isFollowedByValue(arg)) {
        i++;
      }
    }
    return args.size();
  }

  /** Several letters may stand in one word; the value of the last one may be the next word. */
  private boolean isFollowedByValue(String arg) {
    if (arg.startsWith("--")) {
      return valued.contains(arg);
    }
    for (int i = 1; i < arg.length(); i++) {
      if (valued.contains("-" + arg.charAt(i))) {
        return i == arg.length() - 1;
      }
    }
    return false;
  }
}
