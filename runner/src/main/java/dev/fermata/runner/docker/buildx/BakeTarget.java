package dev.fermata.runner.docker.buildx;

import dev.fermata.model.Build;
import dev.fermata.model.ByteSize;
import dev.fermata.model.FileSource;
import dev.fermata.model.Resources.Ulimit;
import dev.fermata.planner.spec.BuildRequest;
import dev.fermata.runner.docker.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A build as {@code buildx bake} reads it, under the name {@link #NAME}; {@code environment} is
 * what the program is to have of the values of secrets, which stand in no file and in no command.
 */
record BakeTarget(JsonObject definition, SortedMap<String, String> environment) {
  static final String NAME = "image";

  private static final String SECRET = "FERMATA_BUILD_SECRET_";

  /** {@code proxies} are arguments that every build gets. */
  static BakeTarget of(BuildRequest request, Map<String, String> proxies) {
    Build build = request.build();
    var environment = new TreeMap<String, String>();
    var target = new JsonObject();
    addSource(target, build.source());
    target
        .put("args", texts(args(build, proxies)))
        .put("labels", texts(request.labels()))
        .put("tags", request.tags())
        .put("platforms", request.platforms().stream().map(Object::toString).toList())
        .put("cache-from", build.caches().from())
        .put("cache-to", build.caches().to())
        .put("no-cache-filter", build.caches().without())
        .put("no-cache", build.options().contains(Build.Option.NO_CACHE))
        .put("pull", build.options().contains(Build.Option.PULL))
        .put("secret", secrets(request.secrets(), environment))
        .put("ssh", agents(build.access()))
        .put("attest", attestations(build.image()))
        .put("output", List.of(output(request)));
    addSandbox(target, build.sandbox());
    var targets = new JsonObject().put(NAME, target);
    return new BakeTarget(new JsonObject().put("target", targets), environment);
  }

  /** Several platforms stay with the builder: an engine may have no place for them. */
  private static String output(BuildRequest request) {
    return request.platforms().size() > 1 ? "type=image,push=false" : "type=docker";
  }

  private static void addSource(JsonObject target, Build.Source source) {
    var contexts = new TreeMap<String, String>();
    source.contexts().forEach((name, context) -> contexts.put(name, context.text()));
    target
        .put("context", source.context().text())
        .put("dockerfile-inline", source.dockerfileInline().map(BakeTarget::literal))
        .put("dockerfile", source.dockerfilePath().or(source::dockerfile))
        .put("contexts", texts(contexts))
        .put("target", source.target());
  }

  private static SortedMap<String, String> args(Build build, Map<String, String> proxies) {
    var args = new TreeMap<>(proxies);
    build.args().forEach((name, value) -> args.put(name, value.reveal()));
    return args;
  }

  private static void addSandbox(JsonObject target, Build.Sandbox sandbox) {
    var hosts = new TreeMap<String, String>();
    for (String host : sandbox.extraHosts()) {
      String[] parts = host.split("=", 2);
      hosts.merge(parts[0], parts.length > 1 ? parts[1] : "", (one, other) -> one + "," + other);
    }
    target
        .put("network", sandbox.network())
        .put("extra-hosts", texts(hosts))
        .put("shm-size", sandbox.shmSize().map(ByteSize::bytes).map(String::valueOf))
        .put("ulimits", ulimits(sandbox.ulimits()))
        .put("entitlements", sandbox.entitlements());
  }

  private static List<String> ulimits(Map<String, Ulimit> ulimits) {
    var texts = new ArrayList<String>();
    ulimits.forEach((name, limit) -> texts.add(name + "=" + limit.soft() + ":" + limit.hard()));
    return texts;
  }

  private static List<String> agents(Build.Access access) {
    var texts = new ArrayList<String>();
    access.agents().forEach((id, path) -> texts.add(path.map(it -> id + "=" + it).orElse(id)));
    return texts;
  }

  private static List<String> secrets(
      Map<String, FileSource> secrets, Map<String, String> environment) {
    var texts = new ArrayList<String>();
    secrets.forEach((id, source) -> {
      switch (source) {
        case FileSource.HostFile file -> texts.add("id=" + id + ",type=file,src=" + file.path());
        case FileSource.Content content -> {
          String variable = SECRET + environment.size();
          environment.put(variable, content.value().reveal());
          texts.add("id=" + id + ",type=env,env=" + variable);
        }
        case FileSource.External external -> {
          // Nobody here can have it: the step that wants it says so.
        }
      }
    });
    return texts;
  }

  private static List<String> attestations(Build.Image image) {
    var texts = new ArrayList<String>();
    attestation("provenance", image.provenance()).ifPresent(texts::add);
    attestation("sbom", image.sbom()).ifPresent(texts::add);
    return texts;
  }

  private static Optional<String> attestation(String type, Optional<String> setting) {
    return setting
        .filter(text -> !text.isEmpty())
        .map(text ->
            switch (text) {
              case "true" -> "type=" + type;
              case "false" -> "type=" + type + ",disabled=true";
              default -> "type=" + type + "," + text;
            });
  }

  private static JsonObject texts(Map<String, String> texts) {
    var object = new JsonObject();
    texts.forEach((name, text) -> object.put(name, literal(text)));
    return object;
  }

  /** What would be taken for a reference to a variable of the definition is none. */
  private static String literal(String text) {
    return text.replace("${", "$${").replace("%{", "%%{");
  }
}
