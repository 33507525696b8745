package dev.fermata.planner.build;

import dev.fermata.model.ImageRef;
import dev.fermata.planner.build.Instructions.Instruction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The stages of a Dockerfile, and what each is made from. */
record Stages(List<Stage> all) {
  private static final Pattern FROM =
      Pattern.compile("(?:--\\S+\\s+)*(\\S+)(?:\\s+(?i:AS)\\s+(\\S+))?.*");
  private static final Pattern COPIED = Pattern.compile("(?:^|\\s)--from=(\\S+)");
  private static final Pattern MOUNTED = Pattern.compile("[,=]from=([^\\s,]+)");

  /** {@code sources} are stages, by their name or number, or images. */
  record Stage(Optional<String> name, Set<String> sources) {
    Stage {
      sources = Set.copyOf(sources);
    }
  }

  Stages {
    all = List.copyOf(all);
  }

  /** {@code args} are values given to the build, which win over those of the file. */
  static Stages of(Instructions instructions, Map<String, String> args) {
    var global = new HashMap<String, String>();
    var stages = new ArrayList<Stage>();
    for (Instruction instruction : instructions.all()) {
      if (instruction.name().equals("FROM")) {
        stages.add(stage(instruction, new Variables(global)));
      } else if (!stages.isEmpty()) {
        stages.add(copying(stages.removeLast(), instruction));
      } else if (instruction.name().equals("ARG")) {
        declare(global, instruction.rest(), args);
      }
    }
    return new Stages(stages);
  }

  private static void declare(
      Map<String, String> global, String declared, Map<String, String> args) {
    for (String one : declared.split("\\s+", -1)) {
      String[] parts = one.split("=", 2);
      String given = args.get(parts[0]);
      if (given != null) {
        global.put(parts[0], given);
      } else if (parts.length > 1) {
        String bare = parts[1].replaceAll("^([\"'])(.*)\\1$", "$2");
        global.put(parts[0], new Variables(global).filledInto(bare));
      }
    }
  }

  private static Stage stage(Instruction from, Variables variables) {
    Matcher parts = FROM.matcher(from.rest());
    if (!parts.matches()) {
      return new Stage(Optional.empty(), Set.of());
    }
    String image = variables.filledInto(parts.group(1)).replaceAll("^([\"'])(.*)\\1$", "$2");
    return new Stage(Optional.ofNullable(parts.group(2)), Set.of(image));
  }

  private static Stage copying(Stage stage, Instruction instruction) {
    Optional<Pattern> names =
        switch (instruction.name()) {
          case "COPY", "ADD" -> Optional.of(COPIED);
          case "RUN" -> Optional.of(MOUNTED);
          default -> Optional.empty();
        };
    Set<String> sources = new HashSet<>(stage.sources());
    names.stream()
        .flatMap(pattern -> pattern.matcher(flags(instruction.rest())).results())
        .forEach(found -> sources.add(found.group(1)));
    return new Stage(stage.name(), sources);
  }

  /** What stands before the rest of an instruction: {@code --mount=...}. */
  private static String flags(String rest) {
    return Stream.of(rest.split("\\s+", -1))
        .takeWhile(word -> word.startsWith("--"))
        .collect(Collectors.joining(" "));
  }

  /**
   * The images that the target is made from, directly or by other stages. What is given as a
   * context comes from there, whatever it is called in the file.
   */
  SortedSet<String> images(Optional<String> target, Set<String> contexts) {
    Set<String> given = new HashSet<>();
    contexts.forEach(name -> given.add(qualified(name)));
    SortedSet<String> images = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    Set<Integer> seen = new HashSet<>();
    target
        .flatMap(name -> before(name, all.size()))
        .or(() -> all.isEmpty() ? Optional.empty() : Optional.of(all.size() - 1))
        .ifPresent(open::add);
    while (!open.isEmpty()) {
      int stage = open.remove();
      if (!seen.add(stage)) {
        continue;
      }
      for (String source : all.get(stage).sources()) {
        if (given.contains(qualified(source)) || source.equals("scratch") || source.isEmpty()) {
          continue;
        }
        Optional<Integer> other = before(source, stage);
        other.ifPresentOrElse(open::add, () -> images.add(source));
      }
    }
    return images;
  }

  private static String qualified(String name) {
    return new ImageRef(name).qualified();
  }

  /** The stage of a name or number, among those that stand before. */
  private Optional<Integer> before(String source, int stage) {
    for (int i = stage - 1; i >= 0; i--) {
      if (all.get(i).name().filter(source::equalsIgnoreCase).isPresent()) {
        return Optional.of(i);
      }
    }
    boolean isNumber = source.matches("\\d{1,4}") && Integer.parseInt(source) < stage;
    return isNumber ? Optional.of(Integer.parseInt(source)) : Optional.empty();
  }
}
