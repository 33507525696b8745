package dev.fermata.cli.manual;

import dev.fermata.cli.grammar.Flag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The commands of Docker Compose 5.7.1 with their flags, as facts in a file, and why some of ours
 * differ, in another. {@code *} stands for the flags of every command.
 */
record ComposeCommands(
    SortedMap<String, List<ComposeFlag>> flags, SortedMap<String, String> reasons) {
  static final String EVERY = "*";
  private static final Path CASES = Path.of("src/test/cases/commands");
  private static final Pattern LINE =
      Pattern.compile("([a-z* ]+)(?:: (?:(-\\w), )?(--[\\w-]+)(=VALUE)?( \\(hidden\\))?)?");

  /** The short name may be empty. */
  record ComposeFlag(String shortName, String name, boolean isSwitch, boolean isHidden) {
    Optional<Flag<?>> among(Collection<Flag<?>> ours) {
      return ours.stream().filter(flag -> flag.spellings().contains(name)).findFirst();
    }

    /** What is wrong with ours, if something is. */
    Optional<String> fault(Collection<Flag<?>> ours) {
      Optional<Flag<?>> found = among(ours);
      if (found.isEmpty()) {
        return Optional.of("is missing");
      }
      Flag<?> flag = found.get();
      if (flag.isSwitch() != isSwitch) {
        return Optional.of(isSwitch ? "takes a value" : "takes no value");
      }
      if (!shortName.isEmpty() && !flag.spellings().contains(shortName)) {
        return Optional.of("has no " + shortName);
      }
      return flag.isHidden() && !isHidden ? Optional.of("is hidden") : Optional.empty();
    }
  }

  static ComposeCommands read() {
    var flags = new TreeMap<String, List<ComposeFlag>>();
    for (String line : lines("docker-compose.txt")) {
      Matcher parts = LINE.matcher(line);
      if (!parts.matches()) {
        throw new IllegalStateException("not a command with a flag: " + line);
      }
      List<ComposeFlag> known = flags.computeIfAbsent(parts.group(1), key -> new ArrayList<>());
      if (parts.group(3) != null) {
        String shortName = Optional.ofNullable(parts.group(2)).orElse("");
        known.add(
            new ComposeFlag(
                shortName, parts.group(3), parts.group(4) == null, parts.group(5) != null));
      }
    }
    return new ComposeCommands(flags, readReasons());
  }

  /** By the flag with its command before it, or by a command that is missing: {@code up --menu}. */
  private static SortedMap<String, String> readReasons() {
    var reasons = new TreeMap<String, String>();
    for (String line : lines("differences.txt")) {
      String[] parts = line.split(": ", 2);
      reasons.put(parts[0], parts[1]);
    }
    return reasons;
  }

  private static List<String> lines(String file) {
    try {
      return Files.readAllLines(CASES.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The flags that differ from ours, of the commands that we have: what, by flag. */
  SortedMap<String, String> faults(Map<String, ? extends Collection<Flag<?>>> ours) {
    var faults = new TreeMap<String, String>();
    flags.forEach((command, theirs) ->
        Optional.ofNullable(ours.get(command))
            .ifPresent(own ->
                theirs.forEach(flag ->
                    flag.fault(own)
                        .ifPresent(fault -> faults.put(command + " " + flag.name(), fault)))));
    return faults;
  }
}
