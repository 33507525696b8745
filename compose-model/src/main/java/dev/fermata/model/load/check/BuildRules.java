package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.util.List;

/** Where a service's image comes from. */
final class BuildRules {
  private static final String SERVICE = "service:";

  private BuildRules() {}

  static void check(CheckedService subject, ProjectDocument project) {
    boolean provided =
        subject.has(WorkloadTable.BUILD)
            || subject.has(ContainerTable.IMAGE)
            || subject.has(ServiceTable.PROVIDER);
    if (!provided) {
      subject.error(
          Code.MISSING_ATTRIBUTE,
          subject.nameSpan(),
          "service `%s` needs an `image` or a `build`",
          Quote.name(subject.name()));
    }
    subject.get(WorkloadTable.BUILD).ifPresent(build -> build(build, subject, project));
  }

  private static void build(Mapping build, CheckedService subject, ProjectDocument project) {
    if (BuildTable.DOCKERFILE.in(build).isPresent()
        && BuildTable.DOCKERFILE_INLINE.in(build).isPresent()) {
      subject.error(
          Code.CONFLICTING_ATTRIBUTES,
          subject.at(WorkloadTable.BUILD),
          "`dockerfile` and `dockerfile_inline` exclude each other");
    }
    List<String> platforms = BuildTable.PLATFORMS.in(build).orElse(List.of());
    subject
        .get(ContainerTable.PLATFORM)
        .filter(platform -> !platforms.isEmpty() && !platforms.contains(platform))
        .ifPresent(platform ->
            subject.error(
                Code.CONFLICTING_ATTRIBUTES,
                subject.at(ContainerTable.PLATFORM),
                "`build.platforms` lacks the service's platform `%s`",
                subject.quote(ContainerTable.PLATFORM)));
    build
        .entriesOf(BuildTable.ADDITIONAL_CONTEXTS.name())
        .forEach((name, entry) -> context(Nodes.quote(entry.value()), subject, project));
  }

  private static void context(Quote context, CheckedService subject, ProjectDocument project) {
    if (!context.text().startsWith(SERVICE)) {
      return;
    }
    String other = context.text().substring(SERVICE.length());
    var service = project.anyService(other);
    if (service.isEmpty()) {
      subject.error(
          Code.UNDEFINED_SERVICE,
          subject.at(WorkloadTable.BUILD),
          "the build context `%s` names an undefined service",
          context);
      return;
    }
    if (service.get().value() instanceof Mapping mapping
        && WorkloadTable.BUILD.nodeIn(mapping).isEmpty()) {
      subject.error(
          Code.UNDEFINED_SERVICE,
          subject.at(WorkloadTable.BUILD),
          "the build context `%s` names a service without a `build`",
          context);
    }
  }
}
