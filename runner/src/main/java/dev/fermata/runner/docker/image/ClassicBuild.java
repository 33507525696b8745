package dev.fermata.runner.docker.image;

import static java.util.stream.Collectors.joining;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.Platform;
import dev.fermata.model.Resources.Ulimit;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.call.Api;
import dev.fermata.runner.docker.call.Query;
import dev.fermata.runner.docker.json.Json;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.docker.json.JsonReader;
import dev.fermata.runner.docker.location.Proxies;
import dev.fermata.runner.docker.transport.Outgoing;
import dev.fermata.runner.docker.transport.Reply;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import dev.fermata.runner.engine.build.BuildEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A build by the engine's own builder, {@code POST /build}. */
public record ClassicBuild(Api api, RegistryLogins logins, Proxies proxies) {
  /** The id of the image. */
  public String run(BuildRequest request, Consumer<BuildEvent> told) {
    Build build = request.build();
    Query path = parameters(request);
    if (build.source().context() instanceof BuildContext.Remote remote) {
      return send(remote(build, remote, path), request, told);
    }
    Path folder = ContextFolder.of(build.source().context().text());
    Dockerfile dockerfile = Dockerfile.of(build, folder);
    dockerfile.requireClassic();
    return send(
        local(folder, dockerfile, path.with("dockerfile", dockerfile.name())), request, told);
  }

  private Query parameters(BuildRequest request) {
    Build build = request.build();
    Query path = Query.of("/build").with("rm", "1").with("forcerm", "1");
    request.tags().forEach(tag -> path.with("t", tag));
    var arguments = new JsonObject();
    proxies.variables().forEach(arguments::put);
    build.args().forEach((name, value) -> arguments.put(name, value.reveal()));
    var labels = new TreeMap<>(build.image().labels());
    labels.putAll(request.labels());
    path.with("buildargs", arguments.toString())
        .with("labels", JsonObject.of(labels).toString())
        .with("target", build.source().target())
        .with("networkmode", build.sandbox().network())
        .with("platform", request.platform().map(Platform::toString));
    build
        .sandbox()
        .extraHosts()
        .forEach(host -> path.with("extrahosts", host.replaceFirst("=", ":")));
    path.with("shmsize", build.sandbox().shmSize().map(size -> String.valueOf(size.bytes())))
        .with("isolation", build.sandbox().isolation());
    if (!build.sandbox().ulimits().isEmpty()) {
      path.with("ulimits", ulimits(build.sandbox().ulimits()));
    }
    if (!build.caches().from().isEmpty()) {
      path.with("cachefrom", JsonObject.list(build.caches().from()));
    }
    if (build.options().contains(Build.Option.NO_CACHE)) {
      path.with("nocache", "1");
    }
    return build.options().contains(Build.Option.PULL) ? path.with("pull", "1") : path;
  }

  private static String ulimits(SortedMap<String, Ulimit> ulimits) {
    return ulimits.entrySet().stream()
        .map(limit ->
            new JsonObject()
                .put("Name", limit.getKey())
                .put("Soft", limit.getValue().soft())
                .put("Hard", limit.getValue().hard())
                .toString())
        .collect(joining(",", "[", "]"));
  }

  /** The engine fetches it by itself. */
  private static Outgoing remote(Build build, BuildContext.Remote remote, Query path) {
    if (build.source().dockerfileInline().isPresent()) {
      throw new EngineException(
          Kind.NOT_SUPPORTED,
          "`build.dockerfile_inline` with the remote context `"
              + remote.address()
              + "` needs BuildKit, and the classic builder builds",
          "",
          Dockerfile.HINT);
    }
    path.with("remote", remote.address()).with("dockerfile", build.source().dockerfile());
    return Outgoing.stream("POST", path.toString());
  }

  private static Outgoing local(Path folder, Dockerfile dockerfile, Query path) {
    try {
      var context = ContextArchive.of(folder, dockerfile);
      return Outgoing.stream("POST", path.toString())
          .withBody(new Outgoing.Written(context::writeTo, "application/x-tar"));
    } catch (IOException e) {
      throw new EngineException(
          Kind.INVALID, "cannot read the build context `" + folder + "`", String.valueOf(e), e);
    }
  }

  private String send(Outgoing call, BuildRequest request, Consumer<BuildEvent> told) {
    Optional<String> known =
        logins.allAsHeader(warning -> told.accept(new BuildEvent.Noticed(warning)));
    Outgoing outgoing =
        known.isPresent() ? call.withHeader("X-Registry-Config", known.get()) : call;
    var output = new BuildOutput(told);
    try (Reply reply = api.open(outgoing);
        var items = new JsonReader(reply.getBody())) {
      for (Optional<Json> item = items.next(); item.isPresent(); item = items.next()) {
        output.add(item.get());
      }
      output.end();
    } catch (IOException e) {
      throw api.failure(e);
    }
    return output.image().orElseGet(() -> byName(request));
  }

  /** An engine that does not tell the id (before API 1.29, and Podman). */
  private String byName(BuildRequest request) {
    return api.get(Query.of("/images/{}/json", request.tags().getFirst())).text("Id");
  }
}
