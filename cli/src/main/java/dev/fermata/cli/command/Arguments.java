package dev.fermata.cli.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.ParseResult;

/**
 * The values of a command's flags, whether they stand before or after its name. A flag goes by its
 * long name, which means the same in both places.
 */
public final class Arguments {
  private final ParseResult root;
  private final ParseResult command;

  /** Those before the command's name, and those behind it. */
  Arguments(ParseResult root, ParseResult command) {
    this.root = root;
    this.command = command;
  }

  /** Whether the flag is given and, where it is a switch, not turned off. */
  boolean has(String flag) {
    return isGiven(flag) && !isOff(flag);
  }

  /** Whether a switch is given as {@code --flag=false}. */
  boolean isOff(String flag) {
    return isGiven(flag) && Boolean.FALSE.equals(source(flag).matchedOptionValue(flag, null));
  }

  private boolean isGiven(String flag) {
    return source(flag).hasMatchedOption(flag);
  }

  private ParseResult source(String flag) {
    return command.hasMatchedOption(flag) ? command : root;
  }

  /** The last value given; after the command's name wins over before it. */
  Optional<String> text(String flag) {
    return Optional.ofNullable(source(flag).matchedOptionValue(flag, null));
  }

  List<String> texts(String flag) {
    var all = new ArrayList<String>(root.matchedOptionValue(flag, List.of()));
    all.addAll(command.matchedOptionValue(flag, List.<String>of()));
    return all;
  }

  OptionalInt number(String flag) {
    Optional<String> text = text(flag);
    return text.isEmpty() ? OptionalInt.empty() : OptionalInt.of(parse(flag, text.get()));
  }

  Optional<Duration> seconds(String flag) {
    OptionalInt number = number(flag);
    if (number.isEmpty()) {
      return Optional.empty();
    }
    if (number.getAsInt() < 0) {
      throw EarlyEnd.misused("`" + flag + "` cannot be negative");
    }
    return Optional.of(Duration.ofSeconds(number.getAsInt()));
  }

  /** One of the values, or {@code otherwise} where the flag is not given. */
  String oneOf(String flag, List<String> allowed, String otherwise) {
    String value = text(flag).orElse(otherwise);
    if (!allowed.contains(value)) {
      throw EarlyEnd.misused(
          "`" + flag + "` is one of " + String.join(", ", allowed) + ", not `" + value + "`");
    }
    return value;
  }

  List<String> positionals() {
    return command.matchedPositionalValue(0, List.<String>of());
  }

  /** Refuses two flags that contradict each other. */
  void exclude(String one, String other) {
    if (has(one) && has(other)) {
      throw EarlyEnd.misused("`" + one + "` and `" + other + "` exclude each other");
    }
  }

  private static int parse(String flag, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw EarlyEnd.misused("`" + flag + "` takes a whole number, not `" + text + "`");
    }
  }
}
