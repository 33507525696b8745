package dev.fermata.model.load;

import dev.fermata.model.Project;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.LoadRequest.Variant;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.Optional;
import java.util.function.Function;

/** The stages from the merged document to the project. */
final class Canonical {
  private final Setting setting;

  private Canonical(Setting setting) {
    this.setting = setting;
  }

  /**
   * The project of a merged document. {@code environmentFiles} is the stage that reads the files
   * that services name.
   */
  static Result<Project> project(
      Mapping merged, Setting setting, Function<Stack, Result<Stack>> environmentFiles) {
    return new Canonical(setting)
        .stack(merged)
        .then(stack ->
            setting.is(Variant.NO_ENVIRONMENT_RESOLUTION)
                ? Result.of(stack)
                : environmentFiles.apply(stack))
        .then(stack -> ProjectBinder.bind(stack, setting));
  }

  private Result<Stack> stack(Mapping merged) {
    return Check.check(merged)
        .then(checked -> Result.of(Defaults.fill(checked)))
        .then(ResourceRules::check)
        .then(document -> Result.of(paths(document)))
        .then(document -> Result.of(normalised(document)))
        .then(Values::canonical)
        .then(document -> Result.of(Profiles.split(document, setting.profiles())))
        .then(this::consistent)
        .then(stack -> Selection.select(stack, setting))
        .then(stack -> Result.of(setting.is(Variant.ALL_RESOURCES) ? stack : Pruning.prune(stack)));
  }

  private Mapping paths(Mapping document) {
    if (setting.is(Variant.NO_PATH_RESOLUTION)) {
      return document;
    }
    Optional<String> home = setting.variable("HOME");
    return PathResolution.resolve(document, setting.workingDirectory(), home);
  }

  private Mapping normalised(Mapping document) {
    return setting.is(Variant.NO_NORMALIZE) ? document : Normalisation.normalise(document, setting);
  }

  private Result<Stack> consistent(Stack stack) {
    return setting.is(Variant.NO_CONSISTENCY)
        ? Result.of(stack)
        : Result.of(stack, new ArrayList<>(Consistency.check(stack)));
  }
}
