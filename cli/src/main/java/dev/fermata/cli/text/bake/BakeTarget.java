package dev.fermata.cli.text.bake;

import static dev.fermata.cli.text.bake.BakeText.added;
import static dev.fermata.cli.text.bake.BakeText.with;

import dev.fermata.model.Build;
import dev.fermata.model.BuildContext;
import dev.fermata.model.FileSource;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.Resources;
import dev.fermata.model.Secret;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.planner.digest.Fingerprints;
import dev.fermata.planner.label.LabelSet;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** One build of a bake file. {@code names} are the targets of all services. */
record BakeTarget(
    Project project, Service service, SortedMap<ServiceName, String> names, BakeText.Use use) {

  Mapping mapping() {
    Build build = service.build().orElseThrow();
    Mapping target = source(Mapping.empty(BakeText.PLACE), build);
    target = caches(image(target, build), build.caches());
    target = with(target, "target", build.source().target());
    target = access(target, build);
    target = with(target, "platforms", platforms(build));
    target = with(target, "pull", build.options().contains(Build.Option.PULL));
    target = with(target, "no-cache", build.options().contains(Build.Option.NO_CACHE));
    target = sandbox(target, build);
    target = with(target, "output", outputs(build));
    return with(target, "attest", attestations(build.image()));
  }

  private Mapping source(Mapping target, Build build) {
    Build.Source source = build.source();
    var contexts = new TreeMap<String, String>();
    source.contexts().forEach((name, context) -> contexts.put(name, text(context)));
    Mapping all = with(target, "context", Optional.of(source.context().text()));
    all = with(all, "contexts", contexts);
    if (source.dockerfileInline().isEmpty()) {
      all = with(all, "dockerfile", source.dockerfile().map(this::dockerfile));
    }
    all = with(all, "dockerfile-inline", source.dockerfileInline().map(BakeTarget::escaped));
    var args = new TreeMap<String, String>();
    build.args().forEach((name, value) -> args.put(name, escaped(value.reveal())));
    return with(all, "args", args);
  }

  private String text(BuildContext context) {
    return context instanceof BuildContext.OfService(ServiceName name)
        ? "target:" + names.get(name)
        : context.text();
  }

  /** Bake would fill in what looks like one of its variables. */
  private static String escaped(String text) {
    return text.replace("${", "$${");
  }

  /** With the links of its folder followed, as Docker Compose has it. */
  private String dockerfile(String name) {
    if (!(service.build().orElseThrow().source().context() instanceof BuildContext.Folder folder)) {
      return name;
    }
    Path file = Path.of(folder.path()).resolve(name).normalize();
    Path parent = file.getParent();
    try {
      return parent == null
          ? file.toString()
          : parent.toRealPath().resolve(file.getFileName()).toString();
    } catch (IOException e) {
      // Whoever builds by what is printed is told of a folder that is not there.
      return file.toString();
    }
  }

  private Mapping image(Mapping target, Build build) {
    var labels = new TreeMap<>(build.image().labels());
    labels.putAll(new LabelSet(project, new Fingerprints(project)).image(service));
    return with(
        with(target, "labels", labels),
        "tags",
        added(build.image().tags(), service.image().text()));
  }

  private static Mapping caches(Mapping target, Build.Caches caches) {
    return with(with(target, "cache-from", caches.from()), "cache-to", caches.to());
  }

  private Mapping access(Mapping target, Build build) {
    List<String> secrets =
        build.access().secrets().entrySet().stream()
            .flatMap(it -> secret(it.getKey(), it.getValue()).stream())
            .toList();
    List<String> agents =
        build.access().agents().entrySet().stream()
            .map(it -> it.getKey() + "=" + it.getValue().orElse(""))
            .toList();
    return with(with(target, "secret", secrets), "ssh", agents);
  }

  private Optional<String> secret(String id, String key) {
    Optional<String> variable =
        Optional.ofNullable(project.definition().tree().entriesOf("secrets").get(key))
            .map(Mapping.Entry::value)
            .filter(Mapping.class::isInstance)
            .map(Mapping.class::cast)
            .flatMap(SecretTables.ENVIRONMENT::in);
    if (variable.isPresent()) {
      return Optional.of("id=%s,type=env,env=%s".formatted(id, variable.get()));
    }
    return Optional.ofNullable(project.secrets().get(key))
        .map(Secret::source)
        .filter(FileSource.HostFile.class::isInstance)
        .map(source ->
            "id=%s,type=file,src=%s".formatted(id, ((FileSource.HostFile) source).path()));
  }

  private List<String> platforms(Build build) {
    List<Platform> all = build.image().platforms();
    Stream<Platform> wanted =
        all.isEmpty() ? service.lifecycle().platform().stream() : all.stream();
    return wanted.map(Platform::toString).toList();
  }

  private Mapping sandbox(Mapping target, Build build) {
    Build.Sandbox sandbox = build.sandbox();
    Mapping all = with(target, "network", sandbox.network());
    all = with(all, "no-cache-filter", build.caches().without());
    all = with(all, "shm-size", sandbox.shmSize().map(size -> String.valueOf(size.bytes())));
    List<String> limits =
        sandbox.ulimits().entrySet().stream()
            .map(it -> it.getKey() + "=" + text(it.getValue()))
            .toList();
    all = with(all, "ulimits", limits);
    all = with(all, "call", use == BakeText.Use.CHECK ? Optional.of("lint") : Optional.empty());
    all = with(all, "entitlements", List.copyOf(sandbox.entitlements()));
    return with(all, "extra-hosts", hosts(sandbox.extraHosts()));
  }

  private static String text(Resources.Ulimit limit) {
    return limit.soft() == limit.hard()
        ? String.valueOf(limit.soft())
        : limit.soft() + ":" + limit.hard();
  }

  private static SortedMap<String, String> hosts(List<String> written) {
    var hosts = new TreeMap<String, String>();
    for (String host : new TreeSet<>(written)) {
      String[] parts = host.split("[=:]", 2);
      hosts.merge(parts[0], parts[1], (before, more) -> before + "," + more);
    }
    return hosts;
  }

  private List<String> outputs(Build build) {
    return switch (use) {
      case CHECK -> List.of();
      case BUILD, PUSH -> List.of(output(build));
    };
  }

  private String output(Build build) {
    boolean isPushed = use == BakeText.Use.PUSH && hasImageName();
    if (build.image().platforms().size() > 1) {
      return "type=image,push=" + isPushed;
    }
    return isPushed ? "type=registry" : "type=docker";
  }

  private boolean hasImageName() {
    return ContainerTable.IMAGE.nodeIn(service.definition().tree()).isPresent();
  }

  private static List<String> attestations(Build.Image image) {
    var all = new ArrayList<String>();
    image.provenance().map(value -> attestation("provenance", value)).ifPresent(all::add);
    image.sbom().map(value -> attestation("sbom", value)).ifPresent(all::add);
    return all;
  }

  private static String attestation(String kind, String value) {
    return switch (value) {
      case "true" -> "type=" + kind;
      case "false" -> "type=" + kind + ",disabled=true";
      default -> "type=" + kind + "," + value;
    };
  }
}
