package dev.fermata.runner.docker;

import dev.fermata.model.Build;
import dev.fermata.model.Definition;
import dev.fermata.model.Health;
import dev.fermata.model.Hooks;
import dev.fermata.model.ImageRef;
import dev.fermata.model.Lifecycle;
import dev.fermata.model.Metadata;
import dev.fermata.model.Naming;
import dev.fermata.model.Network;
import dev.fermata.model.NetworkAttachment;
import dev.fermata.model.Networking;
import dev.fermata.model.Process;
import dev.fermata.model.Project;
import dev.fermata.model.ProjectName;
import dev.fermata.model.Resources;
import dev.fermata.model.Security;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Storage;
import dev.fermata.model.Volume;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.planner.label.Labels;
import dev.fermata.planner.spec.ContainerSpec;
import dev.fermata.planner.spec.ResolvedService;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Parts of a project in their plainest form, for tests to vary. */
public final class Wanted {
  public static final Networking NO_NETWORKING = networking(List.of());

  public static final Process NO_PROCESS = process(Optional.empty());

  public static final Storage NO_STORAGE =
      new Storage(
          List.of(),
          new LinkedHashMap<>(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Collections.emptySortedMap());

  public static final Security NO_SECURITY =
      new Security(
          false,
          false,
          List.of(),
          List.of(),
          List.of(),
          List.of(),
          Collections.emptySortedMap(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public static final Lifecycle NO_LIFECYCLE =
      new Lifecycle(
          1,
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          true,
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Hooks.NONE);

  public static final Metadata NO_METADATA =
      new Metadata(
          Optional.empty(),
          Collections.emptySortedMap(),
          Collections.emptySortedMap(),
          Optional.empty(),
          List.of(),
          Naming.DASHES);

  private Wanted() {}

  /** Of the image busybox. */
  public static Service service(
      String name, Process process, Networking networking, Storage storage) {
    return service(name, process, networking, storage, Optional.empty());
  }

  public static Service service(
      String name,
      Process process,
      Networking networking,
      Storage storage,
      Optional<Health> health) {
    return new Service(
        new ServiceName(name),
        new ImageRef("busybox"),
        Optional.empty(),
        process,
        networking,
        storage,
        Resources.NONE,
        NO_SECURITY,
        health,
        NO_LIFECYCLE,
        NO_METADATA,
        definition());
  }

  public static Process process(Optional<List<String>> command) {
    return new Process(
        command,
        Optional.empty(),
        new LinkedHashMap<>(),
        Optional.empty(),
        Optional.empty(),
        false,
        false,
        Optional.of(true));
  }

  public static Process shell(String script) {
    return process(Optional.of(List.of("sh", "-c", script)));
  }

  public static Networking networking(List<NetworkAttachment> attachments) {
    return new Networking(
        Optional.empty(),
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

  public static NetworkAttachment attachment(
      String network, List<String> aliases, Optional<String> address) {
    return new NetworkAttachment(
        network,
        aliases,
        address,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Collections.emptySortedMap(),
        0,
        0);
  }

  public static Network network(String project, String key, Optional<String> subnet) {
    Optional<Network.Ipam> ipam =
        subnet.map(range ->
            new Network.Ipam(
                Optional.empty(),
                Collections.emptySortedMap(),
                List.of(
                    new Network.Pool(
                        Optional.of(range),
                        Optional.empty(),
                        Optional.empty(),
                        Collections.emptySortedMap()))));
    return new Network(
        key,
        project + "_" + key,
        false,
        Optional.empty(),
        Collections.emptySortedMap(),
        Set.of(),
        ipam,
        Collections.emptySortedMap(),
        definition());
  }

  public static Volume volume(String project, String key) {
    return new Volume(
        key,
        project + "_" + key,
        false,
        Optional.empty(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        definition());
  }

  public static Project project(String name, List<Network> networks, List<Volume> volumes) {
    var byKey = new TreeMap<String, Network>();
    networks.forEach(network -> byKey.put(network.key(), network));
    var volumesByKey = new TreeMap<String, Volume>();
    volumes.forEach(volume -> volumesByKey.put(volume.key(), volume));
    return new Project(
        new ProjectName(name),
        "/project",
        List.of(),
        List.of(),
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        byKey,
        volumesByKey,
        Collections.emptySortedMap(),
        Collections.emptySortedMap(),
        definition());
  }

  /** The first container of a service. */
  public static ContainerSpec container(Project project, Service service) {
    return ResolvedService.alone(project, service)
        .container(service.containerName(project.name(), 1), 1, labels(project, service));
  }

  public static SortedMap<String, String> labels(Project project, Service service) {
    var labels = new TreeMap<String, String>();
    labels.put(Labels.PROJECT, project.name().text());
    labels.put(Labels.SERVICE, service.name().text());
    labels.put(Labels.NUMBER, "1");
    return labels;
  }

  public static Build build(String context, Optional<String> inline) {
    return new Build(
        context,
        Optional.empty(),
        inline,
        new LinkedHashMap<>(),
        Optional.empty(),
        Collections.emptySortedMap(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        Set.of(),
        List.of());
  }

  public static Definition definition() {
    return new Definition(Mapping.empty(Span.of("test")));
  }
}
