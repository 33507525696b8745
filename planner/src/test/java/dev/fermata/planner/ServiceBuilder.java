package dev.fermata.planner;

import dev.fermata.model.Build;
import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Health;
import dev.fermata.model.Hooks;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Lifecycle;
import dev.fermata.model.Metadata;
import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.Naming;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Networking;
import dev.fermata.model.Process;
import dev.fermata.model.PullPolicy;
import dev.fermata.model.Resources;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A service with the attributes that planning looks at. */
public final class ServiceBuilder {
  private final String name;
  private final Map<String, String> fields = new TreeMap<>();
  private final List<NetworkAttachment> attachments = new ArrayList<>();
  private final List<Mount> mounts = new ArrayList<>();
  private final List<Dependency> dependencies = new ArrayList<>();
  private Optional<Namespace> mode = Optional.empty();
  private Optional<PullPolicy> policy = Optional.empty();
  private Optional<Build> build = Optional.empty();
  private String image = "busybox";
  private int replicas = 1;

  private ServiceBuilder(String name) {
    this.name = name;
  }

  public static ServiceBuilder service(String name) {
    return new ServiceBuilder(name);
  }

  ServiceBuilder image(String changed) {
    image = changed;
    return this;
  }

  ServiceBuilder field(String key, String value) {
    fields.put(key, value);
    return this;
  }

  ServiceBuilder replicas(int count) {
    replicas = count;
    return this;
  }

  ServiceBuilder network(String key) {
    fields.put("networks." + key, "");
    attachments.add(
        new NetworkAttachment(
            key,
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            new TreeMap<>(),
            0,
            0));
    return this;
  }

  ServiceBuilder sharesNetworkOf(String service) {
    fields.put("network_mode", "service:" + service);
    mode = Optional.of(new Namespace.OfService(new ServiceName(service)));
    return this;
  }

  /** A volume of the project, or an anonymous one where there is no key. */
  ServiceBuilder mount(Optional<String> key, String target) {
    fields.put("volumes." + target, key.orElse("anonymous"));
    mounts.add(
        new Mount.OfVolume(
            key, target, false, false, Optional.empty(), Optional.empty(), new TreeMap<>()));
    return this;
  }

  public ServiceBuilder needs(String service, Condition condition) {
    return needs(
        new Dependency(new ServiceName(service), condition, false, false, true, Optional.empty()));
  }

  ServiceBuilder restartsWith(String service) {
    return needs(
        new Dependency(
            new ServiceName(service), Condition.STARTED, false, true, true, Optional.empty()));
  }

  private ServiceBuilder needs(Dependency dependency) {
    dependencies.add(dependency);
    return this;
  }

  ServiceBuilder pull(PullPolicy.Kind kind) {
    policy = Optional.of(PullPolicy.of(kind));
    return this;
  }

  ServiceBuilder built() {
    build =
        Optional.of(
            new Build(
                "/project",
                Optional.empty(),
                Optional.empty(),
                new LinkedHashMap<>(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Set.of(),
                List.of()));
    return this;
  }

  public Service make() {
    fields.put("image", image);
    return new Service(
        new ServiceName(name),
        new ImageRef(image),
        build,
        process(),
        networking(),
        new Storage(
            mounts,
            new LinkedHashMap<>(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            new TreeMap<>()),
        Resources.NONE,
        security(),
        Optional.<Health>empty(),
        lifecycle(),
        new Metadata(
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.empty(),
            List.of(),
            Naming.DASHES),
        Projects.definition(fields));
  }

  private static Process process() {
    return new Process(
        Optional.empty(),
        Optional.empty(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.empty());
  }

  private Networking networking() {
    return new Networking(
        mode,
        attachments,
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        new Networking.Dns(List.of(), List.of(), List.of()),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Security security() {
    return new Security(
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Lifecycle lifecycle() {
    return new Lifecycle(
        replicas,
        dependencies,
        Optional.empty(),
        policy,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Hooks.NONE);
  }
}
