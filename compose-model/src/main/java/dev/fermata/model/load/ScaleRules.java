package dev.fermata.model.load;

import dev.fermata.model.ByteSize;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.Attribute;
import dev.fermata.model.schema.ContainerTable;
import dev.fermata.model.schema.DeployTable;
import dev.fermata.model.schema.ResourcesTable;
import dev.fermata.model.schema.ServiceTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.Optional;

/** How many containers, with what resources: the same said twice must be the same. */
final class ScaleRules {
  private final Subject subject;

  private ScaleRules(Subject subject) {
    this.subject = subject;
  }

  static void check(Subject subject) {
    var rules = new ScaleRules(subject);
    rules.replicas();
    subject.get(ServiceTable.DEPLOY).flatMap(DeployTable.RESOURCES::in).ifPresent(rules::resources);
  }

  private void replicas() {
    Optional<Long> scale = subject.get(ServiceTable.SCALE);
    Optional<Long> replicas = subject.get(ServiceTable.DEPLOY).flatMap(DeployTable.REPLICAS::in);
    if (scale.isPresent() && replicas.isPresent() && !scale.equals(replicas)) {
      conflict(
          ServiceTable.SCALE,
          "`scale` and `deploy.replicas` differ",
          "say it in one of the two places",
          subject.at(ServiceTable.DEPLOY));
    }
    long count = scale.or(() -> replicas).orElse(1L);
    if (count < 0) {
      subject.error(
          Code.INVALID_VALUE,
          subject.at(scale.isPresent() ? ServiceTable.SCALE : ServiceTable.DEPLOY),
          "a service cannot have `" + count + "` containers");
    }
    if (count > 1 && subject.has(ServiceTable.CONTAINER_NAME)) {
      conflict(
          ServiceTable.CONTAINER_NAME,
          "`container_name` is for one container, but there are to be " + count,
          "leave `container_name` out: each container then has a name of its own",
          subject.at(subject.has(ServiceTable.SCALE) ? ServiceTable.SCALE : ServiceTable.DEPLOY));
    }
  }

  private void resources(Mapping resources) {
    Optional<Mapping> limits = ResourcesTable.LIMITS.in(resources);
    limits.ifPresent(mapping -> {
      same(ContainerTable.CPUS, ResourcesTable.CPUS.in(mapping).orElse(0f), "limits.cpus");
      same(
          ContainerTable.MEM_LIMIT,
          ResourcesTable.MEMORY.in(mapping).orElse(new ByteSize(0)),
          "limits.memory");
      same(ContainerTable.PIDS_LIMIT, ResourcesTable.PIDS.in(mapping).orElse(0L), "limits.pids");
    });
    ResourcesTable.RESERVATIONS
        .in(resources)
        .ifPresent(mapping ->
            same(
                ContainerTable.MEM_RESERVATION,
                ResourcesTable.RESERVED_MEMORY.in(mapping).orElse(new ByteSize(0)),
                "reservations.memory"));
  }

  private <T> void same(Attribute<T> attribute, T other, String otherName) {
    subject
        .get(attribute)
        .filter(value -> !value.equals(other))
        .ifPresent(value ->
            conflict(
                attribute,
                "`%s` and `deploy.resources.%s` differ".formatted(attribute, otherName),
                "say it in one of the two places",
                subject.at(ServiceTable.DEPLOY)));
  }

  private void conflict(Attribute<?> attribute, String message, String hint, Span other) {
    subject
        .findings()
        .add(
            Diagnostic.error(Code.CONFLICTING_ATTRIBUTES, subject.at(attribute), message)
                .hint(hint)
                .related(other, "the other place"));
  }
}
