package dev.fermata.runner.watch;

import dev.fermata.buildkit.ignore.IgnoreRules;
import dev.fermata.buildkit.ignore.PatternException;
import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.WatchTrigger;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Which files below a path matter: those that the trigger includes, but for what it ignores, what a
 * build leaves behind, what editors write beside, and git's own.
 */
record PathFilter(Path root, Optional<IgnoreRules> included, IgnoreRules ignored, Context context) {

  /** What editors and git keep for themselves, at any depth. */
  private static final IgnoreRules OF_TOOLS =
      IgnoreRules.of(
          "a pattern of ours",
          List.of(
              "**/.git",
              // JetBrains
              "**/*___jb_old___",
              "**/*___jb_tmp___",
              "**/.idea/**",
              // Emacs
              "**/.#*",
              "**/#*#",
              // vim, with its probe for whether a folder can be written to
              "**/4913",
              "**/*~",
              "**/.*.swp",
              "**/.*.swx",
              "**/.*.swo",
              "**/.*.swn",
              "**/.*.kate-swp",
              "**/*-go-tmp-umask"));

  /** What a build leaves behind of its folder. */
  record Context(Path folder, IgnoreRules rules) {
    static final Context NONE = new Context(Path.of("/"), IgnoreRules.NONE);

    /** As in Docker Compose, a {@code .dockerignore} with a {@code *} leaves nothing out here. */
    static Context of(Optional<Build> build) {
      Optional<Path> folder =
          build
              .map(Build::source)
              .map(Build.Source::context)
              .filter(BuildContext.Folder.class::isInstance)
              .map(BuildContext::text)
              .map(Path::of)
              .filter(Path::isAbsolute);
      if (folder.isEmpty()) {
        return NONE;
      }
      try {
        IgnoreRules rules = IgnoreRules.in(folder.get(), names(build.get())).unlessAll();
        return new Context(RealPath.of(folder.get()), rules);
      } catch (IOException e) {
        throw new UncheckedIOException(
            "cannot read the `.dockerignore` in `" + folder.get() + "`", e);
      } catch (PatternException e) {
        throw refused(e);
      }
    }

    private static List<String> names(Build build) {
      return build.source().dockerfileInline().isPresent()
          ? List.of(".dockerignore")
          : List.of(
              build.source().dockerfile().orElse("Dockerfile") + ".dockerignore", ".dockerignore");
    }

    private boolean ignores(Path path) {
      return path.startsWith(folder) && rules.ignores(folder.relativize(path).toString());
    }

    private boolean leavesOut(Path path) {
      return ignores(path) && !rules.mayTakeBackBelow(folder.relativize(path).toString());
    }
  }

  static PathFilter of(Path root, WatchTrigger trigger, Context context) {
    try {
      return new PathFilter(
          root,
          trigger.include().isEmpty()
              ? Optional.empty()
              : Optional.of(IgnoreRules.of("`include` of a `watch`", trigger.include())),
          IgnoreRules.of("`ignore` of a `watch`", trigger.ignore()),
          context);
    } catch (PatternException e) {
      throw refused(e);
    }
  }

  private static EngineException refused(PatternException e) {
    return new EngineException(Kind.INVALID, e.getMessage(), "", e.hint());
  }

  /** Whether a change of this path, which is the root or below, counts. */
  boolean accepts(Path path) {
    String name = root.relativize(path).toString();
    if (name.isEmpty()) {
      return !context.ignores(path);
    }
    return included.map(rules -> rules.ignores(name)).orElse(true)
        && !ignored.ignores(name)
        && !OF_TOOLS.ignores(name)
        && !context.ignores(path);
  }

  /** Whether nothing below this folder counts, whatever it is. */
  boolean leavesOut(Path folder) {
    String name = root.relativize(folder).toString();
    if (name.isEmpty()) {
      return false;
    }
    return OF_TOOLS.ignores(name)
        || OF_TOOLS.ignores(name + "/x")
        || (ignored.ignores(name) && !ignored.mayTakeBackBelow(name))
        || context.leavesOut(folder);
  }
}
