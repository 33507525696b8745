package dev.fermata.model.load.compose;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.load.interpolate.Interpolation;
import dev.fermata.model.load.interpolate.Variables;
import dev.fermata.model.load.normalise.EnvironmentResolution;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.tree.Mapping;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What is done with each document on its way into the merged one, in this order: {@code
 * interpolation}, {@code shortForms}, {@code check} when it is laid over the others, and {@code
 * environment} when it was included.
 */
public record DocumentSteps(
    BiFunction<Mapping, Variables, Result<Mapping>> interpolation,
    BiFunction<Mapping, Budget, Result<Mapping>> shortForms,
    Function<Mapping, Result<Mapping>> check,
    BiFunction<Mapping, Variables, Mapping> environment) {
  public static final DocumentSteps USUAL =
      new DocumentSteps(
          Interpolation::interpolate,
          Schema::expand,
          Schema::check,
          EnvironmentResolution::resolve);

  /** For who wants to see the variables as they are written. */
  public static final DocumentSteps UNINTERPOLATED =
      new DocumentSteps(
          (document, variables) -> Result.of(document),
          Schema::expandUninterpolated,
          Schema::checkUninterpolated,
          (document, variables) -> document);
}
