package dev.fermata.runner.testing;

import dev.fermata.model.Build;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Network;
import dev.fermata.model.Platform;
import dev.fermata.model.Project;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Service;
import dev.fermata.model.ServiceName;
import dev.fermata.model.Volume;
import dev.fermata.model.builder.ProjectBuilder;
import dev.fermata.model.builder.ServiceBuilder;
import dev.fermata.model.canonical.Changes;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Small models for tests: services of {@code busybox} that say what a test is about, no more. */
public final class Models {
  private Models() {}

  /** Services that are on the engine's own network, unless they say otherwise. */
  public static Project project(String name, Service... services) {
    var project = ProjectBuilder.named(name).directory("/" + name);
    for (Service service : services) {
      project.service(service.name().text(), copy -> set(copy, service.definition().tree()));
    }
    return Changes.ofServices(made(project), Models::withoutDefaultNetwork);
  }

  private static Project made(ProjectBuilder project) {
    return project.build().value().orElseThrow();
  }

  private static void set(ServiceBuilder service, Mapping tree) {
    tree.entries().forEach((attribute, entry) -> service.set(attribute, entry.value()));
  }

  private static Mapping withoutDefaultNetwork(Mapping service) {
    return service.entriesOf(ContainerTable.NETWORKS.name()).keySet().equals(Set.of("default"))
        ? ContainerTable.NETWORKS.removedFrom(service)
        : service;
  }

  public static Service service(String name, String... command) {
    return service(
        name,
        service -> {
          service.image("busybox").set("init", true).set("stop_grace_period", "1s");
          if (command.length > 0) {
            service.command(command);
          }
        });
  }

  private static Service service(String name, Consumer<ServiceBuilder> service) {
    Project alone = made(ProjectBuilder.named("test").service(name, service));
    return Changes.ofServices(alone, Models::withoutDefaultNetwork).service(new ServiceName(name));
  }

  /** The same service with some attributes set. */
  public static Service changed(Service service, Consumer<ServiceBuilder> change) {
    return service(
        service.name().text(),
        copy -> {
          set(copy, service.definition().tree());
          change.accept(copy);
        });
  }

  /** A service whose image is built of an empty context. */
  public static Service building(String name) {
    return changed(service(name), service -> service.build("/" + name));
  }

  /** The same service with a healthcheck of {@code CMD test} and the usual 30 s intervals. */
  public static Service healthchecked(Service service, String... test) {
    return changed(
        service,
        it ->
            it.healthcheck(check ->
                check
                    .set("test", List.of(test))
                    .set("interval", "30s")
                    .set("timeout", "10s")
                    .set("retries", 3)));
  }

  /** The same service in the network and among the processes of another container. */
  public static Service sharing(Service service, String container) {
    return changed(
        service,
        it ->
            it.set("network_mode", "container:" + container).set("pid", "container:" + container));
  }

  /** The same service in the network of another container, by itself otherwise. */
  public static Service inNetworkOf(Service service, String container) {
    return changed(service, it -> it.set("network_mode", "container:" + container));
  }

  /** The same service, waiting for another one. */
  public static Service waiting(Service service, String other, Condition condition) {
    return changed(service, it -> it.dependsOn(other, condition));
  }

  /** The same service with another image, for this platform. */
  public static Service imaged(Service service, String image, Platform platform) {
    return changed(service, it -> it.image(image).set("platform", platform.toString()));
  }

  /** A build in a folder, by its Dockerfile. */
  public static Build build(String folder) {
    return changed(service("built"), it -> it.build(folder)).build().orElseThrow();
  }

  /** The same service with this logging driver and its options. */
  public static Service logging(Service service, String driver, Map<String, String> options) {
    return changed(service, it -> it.set("logging", Map.of("driver", driver, "options", options)));
  }

  /** The same service with one trigger more: {@code trigger} is as in a file. */
  public static Service watching(Service service, Map<String, Object> trigger) {
    var triggers = new ArrayList<Object>();
    service
        .definition()
        .tree()
        .get("develop")
        .filter(Mapping.class::isInstance)
        .flatMap(develop -> ((Mapping) develop).get("watch"))
        .ifPresent(watch -> triggers.addAll(((Sequence) watch).items()));
    triggers.add(trigger);
    return changed(service, it -> it.set("develop", Map.of("watch", triggers)));
  }

  public static Service restarting(Service service, RestartPolicy.Condition condition) {
    return changed(service, it -> it.restart(condition));
  }

  public static Network network(String name) {
    var project =
        ProjectBuilder.named("test")
            .network("used", network -> network.set("name", name))
            .service("web", web -> web.image("busybox").network("used"));
    return made(project).networks().values().iterator().next();
  }

  public static Volume volume(String name) {
    var project =
        ProjectBuilder.named("test")
            .volume("used", volume -> volume.set("name", name))
            .service("web", web -> web.image("busybox").volume("used:/used"));
    return made(project).volumes().values().iterator().next();
  }
}
