package dev.fermata.runner.docker.build;

import dev.fermata.buildkit.Solve;
import dev.fermata.buildkit.SolveException;
import dev.fermata.buildkit.client.BuildKit;
import dev.fermata.buildkit.files.FolderSender;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.image.RegistryLogins;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.progress.LintAnswer;
import dev.fermata.runner.docker.progress.SolveEvents;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.DockerfileWarning;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The lint of the frontend that would build a Dockerfile. */
public record DockerfileCheck(
    Api api, RegistryLogins logins, Proxies proxies, Map<String, String> environment) {
  private static final String ANSWER = "result.json";

  public List<DockerfileWarning> run(BuildRequest request) {
    BuildFolders sources = BuildFolders.of(request.build().source());
    var names = new DockerfileNames(sources);
    // A login that is left out shows by what the registry says then.
    var serving = new BuildServing(request, logins, environment, warning -> {}).of(sources);
    try (var buildKit = new BuildKit(new EngineEndpoint(api), new FolderSender())) {
      SortedMap<String, byte[]> answer =
          buildKit.ask(question(request, sources.attributes()), serving);
      if (!answer.containsKey(ANSWER)) {
        throw tooOld("");
      }
      return new LintAnswer(names).warnings(Json.parse(answer.get(ANSWER)));
    } catch (IOException e) {
      throw api.failure(e);
    } catch (SolveException e) {
      throw failure(e, names);
    }
  }

  private Solve question(BuildRequest request, SortedMap<String, String> ofFolders) {
    Solve build =
        new SolveTranslation(request, proxies.variables(), () -> "0.0.0.0").solve(ofFolders);
    var attributes = new TreeMap<>(build.attributes());
    attributes.put("requestid", "frontend.lint");
    attributes.put("frontend.caps", "moby.buildkit.frontend.subrequests+forward");
    return new Solve(
        build.frontend(),
        attributes,
        List.of(),
        build.cacheImports(),
        List.of(),
        build.entitlements());
  }

  /** One that does not know the request says so by its name, or does not know of requests. */
  private static EngineException failure(SolveException e, DockerfileNames names) {
    String reported = String.valueOf(e.getMessage());
    boolean isUnknown =
        reported.contains("requestid")
            || reported.contains("subrequest")
            || reported.contains("frontend.lint");
    return isUnknown ? tooOld(reported) : new SolveEvents(names, event -> {}).failure(e);
  }

  private static EngineException tooOld(String reported) {
    return new EngineException(
        Kind.NOT_SUPPORTED,
        "the engine's BuildKit cannot check a Dockerfile without building it",
        reported,
        "engines from 27 on can");
  }
}
