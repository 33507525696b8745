package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.Solved;
import dev.fermata.buildkit.client.BuildKit;
import dev.fermata.buildkit.files.FolderSender;
import dev.fermata.buildkit.message.Worker;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.progress.SolveEvents;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildEvent;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A build by the engine's BuildKit. */
public record BuildKitBuild(
    Api api, RegistryLogins logins, Proxies proxies, Map<String, String> environment) {
  private static final String GATEWAY = "org.mobyproject.buildkit.worker.moby.host-gateway-ip";

  /** The id of the image. */
  public String run(BuildRequest request, Consumer<BuildEvent> told) {
    BuildFolders sources = BuildFolders.of(request.build().source());
    var events = new SolveEvents(new DockerfileNames(sources), told);
    Consumer<String> warnings = text -> told.accept(new BuildEvent.Noticed(text));
    var serving = new BuildServing(request, logins, environment, warnings).of(sources);
    try (var buildKit = new BuildKit(new EngineEndpoint(api), new FolderSender())) {
      var translation = new SolveTranslation(request, proxies.variables(), () -> gateway(buildKit));
      Solved solved = buildKit.solve(translation.solve(sources.attributes()), serving, events);
      return solved.digest().orElseThrow(BuildKitBuild::nothingStored);
    } catch (IOException e) {
      throw api.failure(e);
    } catch (SolveException e) {
      throw events.failure(e);
    } finally {
      events.end();
    }
  }

  /** An engine that does not know what is to become of a result is content without. */
  private static EngineException nothingStored() {
    return new EngineException(
        Kind.BUILD_FAILED, "the engine has built the image, and stored none", "");
  }

  private String gateway(BuildKit buildKit) {
    try {
      return buildKit.workers().stream()
          .map(Worker::labels)
          .flatMap(labels -> Optional.ofNullable(labels.get(GATEWAY)).stream())
          .findFirst()
          .orElseThrow(() ->
              new EngineException(
                  Kind.NOT_SUPPORTED,
                  "the engine does not tell builds what `host-gateway` is",
                  "",
                  "`build.extra_hosts` takes the address itself as well"));
    } catch (IOException e) {
      throw api.failure(e);
    }
  }
}
