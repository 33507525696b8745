package dev.fermata.model.load.check;

import dev.fermata.model.ByteSize;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.ResourcesTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.Optional;

/** How many containers, with what resources: what stands in two places must agree. */
final class ScaleRules {
  private final CheckedService subject;

  private ScaleRules(CheckedService subject) {
    this.subject = subject;
  }

  static void check(CheckedService subject) {
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
          Message.of("`scale` and `deploy.replicas` differ"),
          Message.of("say it in one of the two places"),
          subject.at(ServiceTable.DEPLOY));
    }
    long count = scale.or(() -> replicas).orElse(1L);
    if (count < 0) {
      subject.error(
          Code.INVALID_VALUE,
          subject.at(scale.isPresent() ? ServiceTable.SCALE : ServiceTable.DEPLOY),
          "a service cannot have `%s` containers",
          Quote.number(count));
    }
    if (count > 1 && subject.has(ServiceTable.CONTAINER_NAME)) {
      conflict(
          ServiceTable.CONTAINER_NAME,
          Message.of(
              "`container_name` is for one container, but there are to be %s", Quote.number(count)),
          Message.of("leave `container_name` out: each container then has a name of its own"),
          subject.at(subject.has(ServiceTable.SCALE) ? ServiceTable.SCALE : ServiceTable.DEPLOY));
    }
  }

  private void resources(Mapping resources) {
    Optional<Part> limits = part(resources, ResourcesTable.LIMITS);
    limits.ifPresent(part -> {
      same(ContainerTable.CPUS, part, ResourcesTable.CPUS, 0f);
      same(ContainerTable.MEM_LIMIT, part, ResourcesTable.MEMORY, new ByteSize(0));
      same(ContainerTable.PIDS_LIMIT, part, ResourcesTable.PIDS, 0L);
    });
    part(resources, ResourcesTable.RESERVATIONS)
        .ifPresent(part ->
            same(
                ContainerTable.MEM_RESERVATION,
                part,
                ResourcesTable.RESERVED_MEMORY,
                new ByteSize(0)));
  }

  /** The limits or the reservations of {@code deploy}, and where they stand. */
  private record Part(String name, Mapping mapping, Span span) {}

  private static Optional<Part> part(Mapping resources, Attribute<Mapping> attribute) {
    Mapping.Entry entry = resources.entries().get(attribute.name());
    if (entry == null) {
      return Optional.empty();
    }
    Span span = entry.keySpan();
    return attribute.in(resources).map(mapping -> new Part(attribute.name(), mapping, span));
  }

  private <T> void same(Attribute<T> attribute, Part part, Attribute<T> other, T nothing) {
    Optional<T> own = subject.get(attribute);
    if (own.isEmpty() || own.get().equals(other.in(part.mapping()).orElse(nothing))) {
      return;
    }
    Mapping.Entry there = part.mapping().entries().get(other.name());
    String place = "deploy.resources." + part.name();
    if (there == null) {
      conflict(
          attribute,
          Message.of(
              "`%s` stands here, and `%s` has no `%s`",
              Quote.word(attribute), Quote.word(place), Quote.word(other)),
          Message.of(
              "put it there as `%s`, and leave `%s` out", Quote.word(other), Quote.word(attribute)),
          part.span());
      return;
    }
    conflict(
        attribute,
        Message.of(
            "`%s` and `%s.%s` differ", Quote.word(attribute), Quote.word(place), Quote.word(other)),
        Message.of("say it in one of the two places"),
        there.keySpan());
  }

  private void conflict(Attribute<?> attribute, Message message, Message hint, Span other) {
    subject
        .findings()
        .add(
            Diagnostic.error(Code.CONFLICTING_ATTRIBUTES, subject.at(attribute), message)
                .hint(hint)
                .related(other, "the other place"));
  }
}
