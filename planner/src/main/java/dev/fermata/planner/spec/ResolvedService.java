package dev.fermata.planner.spec;

import dev.fermata.model.FileGrant;
import dev.fermata.model.FileSource;
import dev.fermata.model.Mount;
import dev.fermata.model.Namespace;
import dev.fermata.model.Naming;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Networking;
import dev.fermata.model.Project;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import dev.fermata.model.Storage.VolumesFrom;
import dev.fermata.model.text.SeccompText;
import dev.fermata.planner.observed.ContainerRef;
import dev.fermata.planner.spec.ContainerSpec.Description;
import dev.fermata.planner.spec.ContainerSpec.Identity;
import dev.fermata.planner.spec.ContainerSpec.Running;
import dev.fermata.planner.spec.ContainerStorage.BoundFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * A service beside all that its containers refer to, from which the spec of each is made. {@code
 * partners} are the containers whose namespaces or volumes are shared, {@code linked} has the names
 * of all containers of a service that is linked to, {@code inherited} is as in {@link
 * ContainerStorage}.
 */
public record ResolvedService(
    Project project,
    Service service,
    SortedMap<String, String> inherited,
    SortedMap<ServiceName, ContainerRef> partners,
    SortedMap<ServiceName, List<String>> linked) {

  public ResolvedService {
    inherited = Collections.unmodifiableSortedMap(new TreeMap<>(inherited));
    partners = Collections.unmodifiableSortedMap(new TreeMap<>(partners));
    linked = Collections.unmodifiableSortedMap(new TreeMap<>(linked));
  }

  /** One that has nothing to do with other containers. */
  public static ResolvedService alone(Project project, Service service) {
    return new ResolvedService(
        project,
        service,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap());
  }

  /** {@code labels} are all that the container gets. */
  public ContainerSpec container(String name, int number, SortedMap<String, String> labels) {
    var lifecycle = service.lifecycle();
    return new ContainerSpec(
        new Identity(project.name(), service.name(), name, number),
        service.image(),
        service.process(),
        networking(number),
        storage(),
        service.resources(),
        security(),
        service.health(),
        new Running(
            lifecycle.platform(),
            lifecycle.restart(),
            lifecycle.stopSignal(),
            lifecycle.stopGracePeriod(),
            lifecycle.runtime(),
            lifecycle.isolation(),
            Optional.empty()),
        new Description(labels, service.metadata().annotations(), service.metadata().logging()));
  }

  private ContainerNetworking networking(int number) {
    Networking networking = service.networking();
    return new ContainerNetworking(
        networking.mode().map(this::resolved),
        networking.attachments().stream().map(it -> resolved(project, it)).toList(),
        List.of(service.containerName(project.name(), number), service.name().text()),
        networking.ports(),
        networking.expose(),
        networking.hostname(),
        networking.domainName(),
        networking.extraHosts(),
        networking.dns(),
        links(number),
        networking.macAddress());
  }

  /** With the engine's name of the network. */
  public static NetworkAttachment resolved(Project project, NetworkAttachment attachment) {
    return Optional.ofNullable(project.networks().get(attachment.network()))
        .map(network -> attachment.on(network.name()))
        .orElse(attachment);
  }

  /** Each linked container is known by its alias, and by the names that Docker Compose gave it. */
  private List<String> links(int number) {
    var links = new ArrayList<String>();
    Naming naming = service.metadata().naming();
    for (Networking.Link link : service.networking().links()) {
      String numbered = naming.join(link.service(), number);
      for (String container : linked.getOrDefault(link.service(), List.of())) {
        links.add(container + ":" + link.alias());
        links.add(container + ":" + numbered);
        links.add(container + ":" + naming.join(project.name(), numbered));
      }
    }
    service.networking().externalLinks().stream()
        .map(link -> link.contains(":") ? link : link + ":" + link)
        .forEach(links::add);
    return links;
  }

  private ContainerStorage storage() {
    Storage storage = service.storage();
    return new ContainerStorage(
        storage.mounts().stream().map(this::resolved).toList(),
        inherited,
        storage.tmpfs(),
        files(storage),
        storage.volumesFrom().stream()
            .map(from -> new VolumesFrom(resolved(from.source()), from.mode()))
            .toList(),
        storage.sharedMemory(),
        storage.options());
  }

  private Mount resolved(Mount mount) {
    return switch (mount) {
      case Mount.Bind bind -> bind;
      case Mount.OfVolume volume ->
          volume.volume().map(key -> resolved(volume, key)).orElse(volume);
      case Mount.Tmpfs tmpfs -> tmpfs;
      case Mount.OfImage image ->
          new Mount.OfImage(project.image(image).text(), image.target(), image.subpath());
      case Mount.Other other -> other;
    };
  }

  private Mount.OfVolume resolved(Mount.OfVolume mount, String key) {
    return mount.of(found(project.volumes(), key, "volume").name());
  }

  private List<BoundFile> files(Storage storage) {
    Stream<BoundFile> configs =
        storage.configs().stream()
            .flatMap(grant ->
                file(
                    grant, "config", "/", key -> found(project.configs(), key, "config").source()));
    Stream<BoundFile> secrets =
        storage.secrets().stream()
            .flatMap(grant ->
                file(
                    grant,
                    "secret",
                    "/run/secrets/",
                    key -> found(project.secrets(), key, "secret").source()));
    return Stream.concat(configs, secrets).toList();
  }

  private Stream<BoundFile> file(
      FileGrant grant, String kind, String folder, Function<String, FileSource> source) {
    if (!(source.apply(grant.source()) instanceof FileSource.HostFile file)
        || Grants.isWritten(service, grant, file)) {
      return Stream.of();
    }
    String target = grant.target().startsWith("/") ? grant.target() : folder + grant.target();
    String called = kind + " `" + grant.source() + "`";
    return Stream.of(new BoundFile(called, file.path(), target));
  }

  private <T> T found(Map<String, T> all, String key, String kind) {
    return Optional.ofNullable(all.get(key))
        .orElseThrow(() ->
            new IllegalStateException(
                "a bug: no %s `%s` for `%s`".formatted(kind, key, service.name())));
  }

  private Security security() {
    Security security = service.security();
    return new Security(
        security.privileged(),
        security.readOnly(),
        security.capabilitiesAdded(),
        security.capabilitiesDropped(),
        security.options().stream().map(this::withPath).toList(),
        security.groups(),
        security.sysctls(),
        security.pid().map(this::resolved),
        security.ipc().map(this::resolved),
        security.uts(),
        security.userNamespace(),
        security.cgroup());
  }

  private String withPath(String option) {
    return SeccompText.profile(option)
        .filter(profile -> !profile.matches("(/|[A-Za-z]:[/\\\\]).*"))
        .map(profile -> "seccomp=" + project.workingDirectory() + "/" + profile)
        .orElse(option);
  }

  private Namespace resolved(Namespace namespace) {
    return switch (namespace) {
      case Namespace.Named named -> named;
      case Namespace.OfContainer other -> other;
      case Namespace.OfService(ServiceName partner) ->
          Optional.ofNullable(partners.get(partner))
              .map(container -> new Namespace.OfContainer(container.handle()))
              .orElseThrow(() ->
                  new IllegalStateException(
                      "a bug: no container of `%s` for `%s`".formatted(partner, service.name())));
    };
  }
}
