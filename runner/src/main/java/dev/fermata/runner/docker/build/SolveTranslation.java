package dev.fermata.runner.docker.build;

import static java.util.stream.Collectors.joining;

import dev.fermata.buildkit.Solve;
import dev.fermata.model.Build;
import dev.fermata.model.Platform;
import dev.fermata.model.text.CacheText;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.json.JsonObject;
import dev.fermata.runner.engine.EngineException;
import dev.fermata.runner.engine.EngineException.Kind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** A build in BuildKit's words. {@code gateway} is what {@code host-gateway} stands for. */
record SolveTranslation(
    BuildRequest request, SortedMap<String, String> proxies, Supplier<String> gateway) {

  /** The exporter into the engine's own store, whichever that is. */
  private static final String INTO_ENGINE = "moby";

  Solve solve(SortedMap<String, String> ofFolders) {
    Build build = request.build();
    var attributes = new TreeMap<>(ofFolders);
    addSource(build, attributes);
    addSandbox(build.sandbox(), attributes);
    addCaches(build, attributes);
    addAttestations(build.image(), attributes);
    var entitlements = new TreeSet<>(build.sandbox().entitlements());
    if (build.sandbox().network().filter("host"::equals).isPresent()) {
      entitlements.add(Build.Sandbox.HOST_NETWORK);
    }
    return new Solve(
        "dockerfile.v0",
        attributes,
        List.of(new Solve.Entry(INTO_ENGINE, names())),
        entries(build.caches().from()),
        entries(build.caches().to()),
        entitlements);
  }

  private SortedMap<String, String> names() {
    return new TreeMap<>(Map.of("name", String.join(",", request.tags())));
  }

  private void addSource(Build build, Map<String, String> attributes) {
    build.source().target().ifPresent(target -> attributes.put("target", target));
    proxies.forEach((name, value) -> attributes.put("build-arg:" + name, value));
    build.args().forEach((name, value) -> attributes.put("build-arg:" + name, value.reveal()));
    request.labels().forEach((name, value) -> attributes.put("label:" + name, value));
    if (!request.platforms().isEmpty()) {
      attributes.put(
          "platform", request.platforms().stream().map(Platform::toString).collect(joining(",")));
    }
  }

  private void addSandbox(Build.Sandbox sandbox, Map<String, String> attributes) {
    if (!sandbox.extraHosts().isEmpty()) {
      attributes.put("add-hosts", new BuildHosts(sandbox.extraHosts(), gateway).text());
    }
    sandbox.network().ifPresent(network -> addNetwork(network, attributes));
    sandbox.shmSize().ifPresent(size -> attributes.put("shm-size", String.valueOf(size.bytes())));
    if (!sandbox.ulimits().isEmpty()) {
      attributes.put(
          "ulimit",
          sandbox.ulimits().entrySet().stream()
              .map(limit ->
                  "%s=%d:%d"
                      .formatted(limit.getKey(), limit.getValue().soft(), limit.getValue().hard()))
              .collect(joining(",")));
    }
  }

  private static void addNetwork(String network, Map<String, String> attributes) {
    switch (network) {
      case "", "default" -> {
        // What there is anyway.
      }
      case "host", "none" -> attributes.put("force-network-mode", network);
      default ->
          throw new EngineException(
              Kind.NOT_SUPPORTED,
              "a build by BuildKit cannot join the network `" + network + "`",
              "",
              "`build.network` may be `default`, `host` or `none`; the classic builder"
                  + " (`DOCKER_BUILDKIT=0`) joins others");
    }
  }

  /** The frontend reads the imports from an attribute, the solver from the request. */
  private static void addCaches(Build build, Map<String, String> attributes) {
    if (build.options().contains(Build.Option.NO_CACHE)) {
      attributes.put("no-cache", "");
    } else if (!build.caches().without().isEmpty()) {
      attributes.put("no-cache", String.join(",", build.caches().without()));
    }
    attributes.put(
        "image-resolve-mode", build.options().contains(Build.Option.PULL) ? "pull" : "local");
    if (!build.caches().from().isEmpty()) {
      attributes.put(
          "cache-imports",
          entries(build.caches().from()).stream()
              .map(cache ->
                  new JsonObject()
                      .put("Type", cache.type())
                      .put("Attrs", JsonObject.of(cache.attributes())))
              .map(JsonObject::toString)
              .collect(joining(",", "[", "]")));
    }
  }

  private static List<Solve.Entry> entries(List<String> caches) {
    return caches.stream()
        .map(CacheText::of)
        .map(cache -> new Solve.Entry(cache.type(), cache.attributes()))
        .toList();
  }

  private static void addAttestations(Build.Image image, Map<String, String> attributes) {
    image.provenance().ifPresent(value -> attest("provenance", value, "mode=min", attributes));
    image.sbom().ifPresent(value -> attest("sbom", value, "", attributes));
  }

  /** Without a word none is made: it would give one build an image of its own every time. */
  private static void attest(
      String kind, String value, String usual, Map<String, String> attributes) {
    if (value.equals("false")) {
      return;
    }
    attributes.put("attest:" + kind, value.equals("true") ? usual : value);
  }
}
