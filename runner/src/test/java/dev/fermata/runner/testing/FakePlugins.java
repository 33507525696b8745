package dev.fermata.runner.testing;

import static dev.fermata.runner.testing.FakeWorld.refusal;

import dev.fermata.model.LanguageModel;
import dev.fermata.model.ServiceName;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.Plugins;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Programs that a test says what to give. */
record FakePlugins(Map<ServiceName, Map<String, String>> given, FakeCalls calls)
    implements Plugins {

  @Override
  public void requireInstalled(ProviderCall call) {
    if (!given.containsKey(call.service())) {
      throw refusal(Kind.MISCONFIGURED, "there is no program to provide " + call.service());
    }
  }

  @Override
  public void requireInstalled(LanguageModel model) {
    calls.foresee("model " + model.key());
  }

  @Override
  public Provisions.Variables call(ProviderCall call, Consumer<ImageProgress> told) {
    calls.got("provider " + call.command().text() + " " + call.service());
    requireInstalled(call);
    return new Provisions.Variables(
        new TreeMap<>(given.getOrDefault(call.service(), Map.of())), new TreeMap<>());
  }

  @Override
  public String prepare(LanguageModel model, Consumer<ImageProgress> told) {
    calls.got("prepare model " + model.key());
    return "http://models.test/";
  }
}
