package dev.fermata.cli.session;

import dev.fermata.cli.grammar.Misuse;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.planner.isolate.ScopedNames;
import dev.fermata.sources.WorkingTree;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A copy of a project, beside others on one engine: {@code suffix} is what tells it from them. */
public record ProjectCopy(String suffix) {
  static final String FLAG = "--isolate";
  private static final String VARIABLE = "FERMATA_ISOLATE";
  private static final int LONGEST = 30;

  /**
   * The flag, else the variable; {@code true} means the copy of the folder, {@code false} none.
   * Numbers are names.
   */
  static Optional<ProjectCopy> of(Optional<String> given, Invocation call, Path home) {
    String by = given.isPresent() ? FLAG : VARIABLE;
    Optional<String> text = given.or(() -> call.variable(VARIABLE));
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (text.get().isEmpty() || text.get().equalsIgnoreCase("true")) {
      return Optional.of(of(WorkingTree.around(home)));
    }
    if (text.get().equalsIgnoreCase("false")) {
      return Optional.empty();
    }
    String suffix = slug(text.get());
    if (suffix.isEmpty()) {
      throw new Misuse("`%s`: nothing of `%s` can be part of a name".formatted(by, text.get()));
    }
    return Optional.of(new ProjectCopy(suffix));
  }

  private static ProjectCopy of(WorkingTree tree) {
    String name = slug(tree.name());
    String mark = tree.mark().orElse("");
    return new ProjectCopy(name.isEmpty() || mark.isEmpty() ? name + mark : name + "-" + mark);
  }

  /** Where the project is, as far as that can be told before anything is read. */
  static Path home(Invocation call, Optional<String> directory, List<String> files) {
    Path here = call.directory();
    if (directory.isPresent()) {
      return here.resolve(directory.get());
    }
    return files.stream()
        .findFirst()
        .filter(file -> !file.equals("-"))
        .flatMap(file -> Optional.ofNullable(here.resolve(file).getParent()))
        .orElse(here);
  }

  /** What of a text may stand in names of projects and containers: {@code feature-x}. */
  private static String slug(String text) {
    String slug =
        text.toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9_]+", "-")
            .replaceAll("^[-_]+|[-_]+$", "");
    return slug.length() <= LONGEST ? slug : slug.substring(0, LONGEST).replaceAll("[-_]+$", "");
  }

  ProjectName name(ProjectName of) {
    return new ProjectName(of + "-" + suffix);
  }

  /** The project under the copy's name, with names of its own. */
  Project scoped(Project project) {
    return ScopedNames.of(project, suffix);
  }
}
