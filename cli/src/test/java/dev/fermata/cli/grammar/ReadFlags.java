package dev.fermata.cli.grammar;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;

/** Which flags are read of a call that gives none. */
public final class ReadFlags {
  private ReadFlags() {}

  /** In the order in which they are read, each as often as it is. */
  public static List<Flag<?>> by(Syntax command, Consumer<Arguments> reader) {
    var read = new ArrayList<Flag<?>>();
    List<String> operands = Collections.nCopies(command.operands().required().size(), "x");
    reader.accept(
        new Arguments(
            flag -> {
              read.add(flag);
              return List.of();
            },
            operands,
            List.of()));
    return read;
  }

  /** Those that somebody has to read. */
  public static List<Flag<?>> withEffect(List<Flag<?>> flags) {
    var some = new ArrayList<>(flags);
    some.removeIf(flag -> !flag.hasEffect());
    return some;
  }
}
