package dev.fermata.planner.build;

import dev.fermata.planner.build.Instructions.Instruction;
import dev.fermata.planner.observed.Builders.BuildKit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a line of a Dockerfile wants that only BuildKit can: {@code words} say what, {@code since}
 * is the engine whose BuildKit knows it by itself.
 */
record Wish(int line, String words, BuildKit since) {

  static List<Wish> in(Instructions dockerfile) {
    var wishes = new ArrayList<Wish>();
    for (Instruction instruction : dockerfile.all()) {
      of(instruction).ifPresent(wishes::add);
    }
    return wishes;
  }

  private static Optional<Wish> of(Instruction instruction) {
    for (String word : instruction.rest().split("\\s+", -1)) {
      if (!word.startsWith("--")) {
        break;
      }
      String flag = word.replaceFirst("=.*", "");
      Optional<BuildKit> since = since(instruction.name() + " " + flag);
      if (since.isPresent()) {
        return Optional.of(of(instruction, flag, since.get()));
      }
    }
    return instruction.hasHeredoc()
        ? Optional.of(of(instruction, "<<", BuildKit.OF_23))
        : Optional.empty();
  }

  private static Wish of(Instruction instruction, String what, BuildKit since) {
    return new Wish(instruction.line(), instruction.name() + " " + what, since);
  }

  private static Optional<BuildKit> since(String flag) {
    return switch (flag) {
      case "RUN --mount", "RUN --network", "RUN --security", "COPY --chmod", "ADD --chmod" ->
          Optional.of(BuildKit.OF_20_10);
      case "COPY --link", "ADD --link" -> Optional.of(BuildKit.OF_23);
      case "ADD --checksum", "ADD --keep-git-dir" -> Optional.of(BuildKit.OF_24);
      case "COPY --parents", "COPY --exclude", "ADD --exclude", "ADD --unpack" ->
          Optional.of(BuildKit.OF_24);
      default -> Optional.empty();
    };
  }
}
