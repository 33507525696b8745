package dev.fermata.runner.testing;

import dev.fermata.model.Build;
import dev.fermata.model.ByteSize;
import dev.fermata.model.Definition;
import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Health;
import dev.fermata.model.Hooks;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Lifecycle;
import dev.fermata.model.Metadata;
import dev.fermata.model.Namespace;
import dev.fermata.model.Naming;
import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Networking;
import dev.fermata.model.Platform;
import dev.fermata.model.Process;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Resources;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import dev.fermata.model.Volume;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Scalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Small models for tests: services of {@code busybox} that say what a test is about, no more. */
public final class Models {
  private static final Span SPAN = Span.of("test");
  private static final Definition NOTHING = new Definition(Mapping.empty(SPAN));

  private Models() {}

  public static Project project(String name, Service... services) {
    Map<ServiceName, Service> byName =
        List.of(services).stream().collect(Collectors.toMap(Service::name, Function.identity()));
    return new Project(
        new ProjectName(name),
        "/" + name,
        List.of("/" + name + "/compose.yaml"),
        List.of(),
        new TreeMap<>(byName),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        new TreeMap<>(),
        NOTHING);
  }

  public static Service service(String name, String... command) {
    return new Service(
        new ServiceName(name),
        new ImageRef("busybox"),
        Optional.empty(),
        process(List.of(command)),
        networking(List.of()),
        storage(),
        Resources.NONE,
        security(),
        Optional.empty(),
        lifecycle(Optional.empty()),
        new Metadata(
            Optional.empty(),
            new TreeMap<>(),
            new TreeMap<>(),
            Optional.empty(),
            List.of(),
            Naming.DASHES),
        defined(command));
  }

  /** What runs is what tells one definition from another here. */
  private static Definition defined(String... command) {
    var text = Scalar.string(String.join(" ", command), SPAN);
    return new Definition(Mapping.empty(SPAN).with("command", text));
  }

  /** A service whose image is built of an empty context. */
  public static Service building(String name) {
    Service plain = service(name);
    var build =
        new Build(
            "/" + name,
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
            List.of());
    return new Service(
        plain.name(),
        plain.image(),
        Optional.of(build),
        plain.process(),
        plain.networking(),
        plain.storage(),
        plain.resources(),
        plain.security(),
        plain.health(),
        plain.lifecycle(),
        plain.metadata(),
        plain.definition());
  }

  /** The same service with a healthcheck of {@code CMD test} and the usual 30 s intervals. */
  public static Service healthchecked(Service service, String... test) {
    return with(service, Optional.of(health(List.of(test), Duration.ofSeconds(30))));
  }

  public static Service with(Service service, Optional<Health> health) {
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.process(),
        service.networking(),
        service.storage(),
        service.resources(),
        service.security(),
        health,
        service.lifecycle(),
        service.metadata(),
        service.definition());
  }

  public static Service with(Service service, NetworkAttachment... attachments) {
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.process(),
        networking(List.of(attachments)),
        service.storage(),
        service.resources(),
        service.security(),
        service.health(),
        service.lifecycle(),
        service.metadata(),
        service.definition());
  }

  /** The same service in the network and among the processes of another container. */
  public static Service sharing(Service service, Namespace other) {
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.process(),
        networking(Optional.of(other), List.of()),
        service.storage(),
        service.resources(),
        security(Optional.of(other)),
        service.health(),
        service.lifecycle(),
        service.metadata(),
        service.definition());
  }

  /** The same service in the network of another container, by itself otherwise. */
  public static Service inNetworkOf(Service service, Namespace other) {
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.process(),
        networking(Optional.of(other), List.of()),
        service.storage(),
        service.resources(),
        service.security(),
        service.health(),
        service.lifecycle(),
        service.metadata(),
        service.definition());
  }

  /** The same service, waiting for another one. */
  public static Service waiting(Service service, String other, Condition condition) {
    var dependency =
        new Dependency(
            new ServiceName(other), condition, true, false, true, Optional.<String>empty());
    Lifecycle plain = service.lifecycle();
    return service.withLifecycle(
        new Lifecycle(
            plain.replicas(),
            List.of(dependency),
            plain.restart(),
            plain.pullPolicy(),
            plain.platform(),
            plain.stopSignal(),
            plain.stopGracePeriod(),
            plain.attach(),
            plain.runtime(),
            plain.isolation(),
            plain.rerun(),
            Hooks.NONE));
  }

  /** The same service with another image, for this platform. */
  public static Service imaged(Service service, String image, Platform platform) {
    Lifecycle plain = service.lifecycle();
    var lifecycle =
        new Lifecycle(
            plain.replicas(),
            plain.dependencies(),
            plain.restart(),
            plain.pullPolicy(),
            Optional.of(platform),
            plain.stopSignal(),
            plain.stopGracePeriod(),
            plain.attach(),
            plain.runtime(),
            plain.isolation(),
            plain.rerun(),
            Hooks.NONE);
    return new Service(
        service.name(),
        new ImageRef(image),
        service.build(),
        service.process(),
        service.networking(),
        service.storage(),
        service.resources(),
        service.security(),
        service.health(),
        lifecycle,
        service.metadata(),
        service.definition());
  }

  /** A build in a folder, by its Dockerfile. */
  public static Build build(String folder) {
    return new Build(
        folder,
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
        List.of());
  }

  /** The same service with this logging driver and its options. */
  public static Service logging(Service service, String driver, Map<String, String> options) {
    Metadata metadata = service.metadata();
    return new Service(
        service.name(),
        service.image(),
        service.build(),
        service.process(),
        service.networking(),
        service.storage(),
        service.resources(),
        service.security(),
        service.health(),
        service.lifecycle(),
        new Metadata(
            metadata.containerName(),
            metadata.labels(),
            metadata.annotations(),
            Optional.of(new Metadata.Logging(Optional.of(driver), new TreeMap<>(options))),
            metadata.profiles(),
            metadata.naming()),
        service.definition());
  }

  public static Service restarting(Service service, RestartPolicy.Condition condition) {
    return service.withLifecycle(lifecycle(Optional.of(new RestartPolicy(condition, 0))));
  }

  public static Health health(List<String> test, Duration interval) {
    return new Health(
        Optional.of(test),
        Optional.of(interval),
        Optional.of(Duration.ofSeconds(10)),
        Optional.of(3),
        Optional.empty(),
        Optional.empty());
  }

  public static Network network(String name) {
    return new Network(
        name,
        name,
        false,
        Optional.empty(),
        new TreeMap<>(),
        Set.of(),
        Optional.empty(),
        new TreeMap<>(),
        NOTHING);
  }

  public static Volume volume(String name) {
    return new Volume(
        name, name, false, Optional.empty(), new TreeMap<>(), new TreeMap<>(), NOTHING);
  }

  public static NetworkAttachment attachment(String network) {
    return new NetworkAttachment(
        network,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        new TreeMap<>(),
        0,
        0);
  }

  private static Process process(List<String> command) {
    return new Process(
        command.isEmpty() ? Optional.empty() : Optional.of(command),
        Optional.empty(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.of(true));
  }

  private static Networking networking(List<NetworkAttachment> attachments) {
    return networking(Optional.empty(), attachments);
  }

  private static Networking networking(
      Optional<Namespace> mode, List<NetworkAttachment> attachments) {
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

  private static Storage storage() {
    return new Storage(
        List.of(),
        new LinkedHashMap<>(),
        List.of(),
        List.of(),
        List.of(),
        Optional.<ByteSize>empty(),
        new TreeMap<>());
  }

  private static Security security() {
    return security(Optional.empty());
  }

  private static Security security(Optional<Namespace> pid) {
    return new Security(
        false,
        false,
        List.of(),
        List.of(),
        List.of(),
        List.of(),
        new TreeMap<>(),
        pid,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static Lifecycle lifecycle(Optional<RestartPolicy> restart) {
    return new Lifecycle(
        1,
        List.of(),
        restart,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(Duration.ofSeconds(1)),
        true,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Hooks.NONE);
  }
}
