package dev.fermata.model.builder;

import dev.fermata.model.Dependency;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.Value;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.DependencyTable;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A service made in Java. What is most often said has a method here; {@link #set} takes whatever a
 * Compose file may say.
 */
public final class ServiceBuilder {
  private final Attributes attributes;
  private final String path;

  ServiceBuilder(String path) {
    this.path = path;
    this.attributes = new Attributes(path);
  }

  /** Any attribute, as {@link Attributes#set} takes it. */
  public ServiceBuilder set(String attribute, Object value) {
    attributes.set(attribute, value);
    return this;
  }

  public ServiceBuilder image(String image) {
    return set(ContainerTable.IMAGE.name(), image);
  }

  /** Built in a folder, by its Dockerfile. */
  public ServiceBuilder build(String context) {
    return set(WorkloadTable.BUILD.name(), context);
  }

  public ServiceBuilder build(Consumer<Attributes> build) {
    return part(WorkloadTable.BUILD.name(), build);
  }

  /** Without words, it clears the image's command. */
  public ServiceBuilder command(String... words) {
    return set(ContainerTable.COMMAND.name(), List.of(words));
  }

  /** Without words, it clears the image's entrypoint. */
  public ServiceBuilder entrypoint(String... words) {
    return set(ContainerTable.ENTRYPOINT.name(), List.of(words));
  }

  public ServiceBuilder environment(String variable, String value) {
    return environment(variable, Value.plain(value));
  }

  /** A sensitive value is masked wherever a variable that is named like a credential is. */
  public ServiceBuilder environment(String variable, Value value) {
    attributes.put(ContainerTable.ENVIRONMENT.name(), variable, value);
    return this;
  }

  public ServiceBuilder environmentFile(String file) {
    attributes.add(ContainerTable.ENV_FILE.name(), file);
    return this;
  }

  public ServiceBuilder label(String label, String value) {
    attributes.put(ContainerTable.LABELS.name(), label, value);
    return this;
  }

  /** As in a file: {@code 8080:80}, {@code 127.0.0.1::53/udp}. */
  public ServiceBuilder port(String port) {
    attributes.add(WorkloadTable.PORTS.name(), port);
    return this;
  }

  /** As in a file: {@code data:/var/lib/data}, {@code ./page:/www:ro}. */
  public ServiceBuilder volume(String volume) {
    attributes.add(ContainerTable.VOLUMES.name(), volume);
    return this;
  }

  public ServiceBuilder network(String network) {
    return network(network, attachment -> {});
  }

  public ServiceBuilder network(String network, Consumer<Attributes> attachment) {
    return entry(ContainerTable.NETWORKS, network, attachment);
  }

  /** A secret of the project, in a file of its name. */
  public ServiceBuilder secret(String secret) {
    attributes.add(ContainerTable.SECRETS.name(), secret);
    return this;
  }

  /** A config of the project, as the file {@code target}. */
  public ServiceBuilder config(String config, String target) {
    var grant = new Attributes(path + "." + ContainerTable.CONFIGS);
    attributes.add(
        ContainerTable.CONFIGS.name(), grant.set("source", config).set("target", target).mapping());
    return this;
  }

  /** Held back until the other one is ready, if it has a healthcheck, else until it runs. */
  public ServiceBuilder dependsOn(String service) {
    Span place = Span.of(path + "." + WorkloadTable.DEPENDS_ON + "." + service);
    return dependsOn(
        service,
        dependency ->
            dependency.set(DependencyTable.CONDITION.name(), DependencyTable.unwritten(place)));
  }

  /** Held back until the condition holds, and no longer. */
  public ServiceBuilder dependsOn(String service, Dependency.Condition condition) {
    return dependsOn(
        service, dependency -> dependency.set(DependencyTable.CONDITION.name(), condition.text()));
  }

  public ServiceBuilder dependsOn(String service, Consumer<Attributes> dependency) {
    return entry(WorkloadTable.DEPENDS_ON, service, dependency);
  }

  /** Healthy once the command ends with 0; the engine runs it at this interval. */
  public ServiceBuilder healthcheck(Duration interval, String... command) {
    var test = new ArrayList<String>();
    test.add("CMD");
    test.addAll(List.of(command));
    return healthcheck(check ->
        check.set(HealthTable.TEST.name(), test).set(HealthTable.INTERVAL.name(), interval));
  }

  public ServiceBuilder healthcheck(Consumer<Attributes> healthcheck) {
    return part(WorkloadTable.HEALTHCHECK.name(), healthcheck);
  }

  public ServiceBuilder restart(RestartPolicy.Condition condition) {
    return set(ServiceTable.RESTART.name(), condition.text());
  }

  public ServiceBuilder scale(int containers) {
    return set(ServiceTable.SCALE.name(), containers);
  }

  public ServiceBuilder profile(String profile) {
    attributes.add(ServiceTable.PROFILES.name(), profile);
    return this;
  }

  private ServiceBuilder entry(Attribute<?> section, String key, Consumer<Attributes> entry) {
    var own = new Attributes(path + "." + section + "." + key);
    entry.accept(own);
    attributes.put(section.name(), key, own.mapping());
    return this;
  }

  private ServiceBuilder part(String attribute, Consumer<Attributes> part) {
    var own = new Attributes(path + "." + attribute);
    part.accept(own);
    return set(attribute, own.mapping());
  }

  Mapping mapping() {
    return attributes.mapping();
  }
}
