package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.schema.Notice;
import dev.fermata.model.tree.Mapping;
import java.util.Optional;
import java.util.function.Function;

/** The stages from the merged document to the project. */
final class Canonical {
  private final Setting setting;
  private final Checkouts checkouts;

  private Canonical(Setting setting, Checkouts checkouts) {
    this.setting = setting;
    this.checkouts = checkouts;
  }

  /**
   * The project of a merged document. {@code environmentFiles} is the stage that reads the files
   * that services name.
   */
  static Result<Project> project(
      Mapping merged,
      Setting setting,
      Checkouts checkouts,
      Function<Stack, Result<Stack>> environmentFiles) {
    var canonical = new Canonical(setting, checkouts);
    Result<Mapping> normalised = canonical.meaning(merged);
    if (setting.is(Variant.NO_INTERPOLATE)) {
      return normalised.then(document -> ProjectBinder.unbound(document, setting));
    }
    return normalised
        .then(Values::canonical)
        .then(canonical::selected)
        .then(environmentFiles)
        .then(stack -> ProjectBinder.bind(stack, setting));
  }

  /** The document with all that it means without saying so. */
  private Result<Mapping> meaning(Mapping merged) {
    return Result.of(merged, Notice.in(merged))
        .then(document -> Result.of(Defaults.fill(document)))
        .then(ResourceRules::check)
        .then(this::paths)
        .then(document -> Result.of(normalised(document)));
  }

  private Result<Stack> selected(Mapping document) {
    return consistent(Profiles.split(document, setting.profiles()))
        .then(stack -> Selection.select(stack, setting))
        .then(stack -> Result.of(setting.is(Variant.ALL_RESOURCES) ? stack : Pruning.prune(stack)));
  }

  /** Where paths lead is looked at even where they stay as they are. */
  private Result<Mapping> paths(Mapping document) {
    Optional<String> home = setting.variable("HOME");
    Result<Mapping> resolved =
        PathResolution.resolve(document, setting.workingDirectory(), home, checkouts);
    return setting.is(Variant.NO_PATH_RESOLUTION)
        ? Result.of(document, resolved.diagnostics())
        : resolved;
  }

  private Mapping normalised(Mapping document) {
    return setting.is(Variant.NO_NORMALIZE) ? document : Normalisation.normalise(document, setting);
  }

  private Result<Stack> consistent(Stack stack) {
    return setting.is(Variant.NO_CONSISTENCY)
        ? Result.of(stack)
        : Result.of(stack, Consistency.check(stack, setting.profiles()));
  }
}
