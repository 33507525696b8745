package dev.fermata.runner.docker.plugin;

import dev.fermata.model.LanguageModel;
import dev.fermata.planner.observed.Provisions;
import dev.fermata.planner.spec.ProviderCall;
import dev.fermata.runner.docker.location.ClientConfig;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.ImageProgress;
import dev.fermata.runner.engine.Plugins;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** Programs of this machine, which see what the docker client would see. */
public record DockerPlugins(ClientConfig config, Map<String, String> environment)
    implements Plugins {

  @Override
  public void requireInstalled(ProviderCall call) {
    provider(call);
  }

  @Override
  public void requireInstalled(LanguageModel model) {
    program(model);
  }

  @Override
  public Provisions.Variables call(ProviderCall call, Consumer<ImageProgress> told) {
    return new ProviderProgram(provider(call), this, call, told).run();
  }

  private Path provider(ProviderCall call) {
    String type = call.provider().type();
    if (type.equals("compose")) {
      throw new EngineException(
          Kind.MISCONFIGURED,
          "`compose` is not a valid provider type, as service `%s` has it"
              .formatted(call.service()),
          "",
          "`provider` names another program");
    }
    var search = new ProgramSearch(config, environment);
    return search
        .plugin(type)
        .or(() -> search.onPath(type))
        .orElseThrow(() ->
            new EngineException(
                Kind.MISCONFIGURED,
                ("no program provides service `%s`: there is no plugin `docker-%s` of the docker"
                        + " client, and no `%s` on the path")
                    .formatted(call.service(), type, type),
                "",
                "install it, or correct `type` of `provider`"));
  }

  @Override
  public String prepare(LanguageModel model, Consumer<ImageProgress> told) {
    return new ModelProgram(program(model), environment).prepare(model, told);
  }

  private Path program(LanguageModel model) {
    return new ProgramSearch(config, environment)
        .plugin("model")
        .orElseThrow(() ->
            new EngineException(
                Kind.MISCONFIGURED,
                "model `%s`: 'models' support requires Docker Model plugin".formatted(model.key()),
                "",
                "install the docker client's plugin `docker-model`"));
  }
}
