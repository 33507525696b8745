package dev.fermata.runner.engine;

import dev.fermata.model.LanguageModel;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.spec.ProviderCall;
import java.util.function.Consumer;

/**
 * Programs beside the docker client, which do what no engine does. A call ends early when its
 * thread is interrupted, and throws an {@link EngineException} with the program's own words.
 */
public interface Plugins {

  /** Fails with {@link EngineException.Kind#MISCONFIGURED} where the program is not there. */
  void requireInstalled(ProviderCall call);

  /** The same of the program that makes models ready. */
  void requireInstalled(LanguageModel model);

  /** What the dependants get; {@code told} is what passes by. */
  Provisions.Variables call(ProviderCall call, Consumer<ImageProgress> told);

  /** Pulls a model where it is missing, and sets it up; where it is reached. */
  String prepare(LanguageModel model, Consumer<ImageProgress> told);
}
