package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
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
          "service `" + subject.name() + "` needs an `image` or a `build`");
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
                "`build.platforms` lacks the service's platform `" + platform + "`"));
    BuildTable.ADDITIONAL_CONTEXTS
        .in(build)
        .ifPresent(
            contexts -> contexts.forEach((name, context) -> context(context, subject, project)));
  }

  private static void context(String context, CheckedService subject, ProjectDocument project) {
    if (!context.startsWith(SERVICE)) {
      return;
    }
    String other = context.substring(SERVICE.length());
    var service = project.anyService(other);
    if (service.isEmpty()) {
      subject.error(
          Code.UNDEFINED_SERVICE,
          subject.at(WorkloadTable.BUILD),
          "the build context `" + context + "` names an undefined service");
      return;
    }
    if (service.get().value() instanceof Mapping mapping
        && WorkloadTable.BUILD.nodeIn(mapping).isEmpty()) {
      subject.error(
          Code.UNDEFINED_SERVICE,
          subject.at(WorkloadTable.BUILD),
          "the build context `" + context + "` names a service without a `build`");
    }
  }
}
