package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.ComposeSentences;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What no container can be made of. Only the services that are wanted are looked at: others may
 * well be what they are, as with Docker Compose, which finds out when it makes them.
 */
public final class CreationRules {
  private final List<Diagnostic> findings = new ArrayList<>();
  private final Map<String, Holder> names = new LinkedHashMap<>();

  /** Who has a container's name. */
  private record Holder(String service, Span span) {}

  private CreationRules() {}

  public static List<Diagnostic> check(ProjectDocument project) {
    var rules = new CreationRules();
    project.services().forEach(rules::service);
    return rules.findings;
  }

  private void service(String name, Mapping.Entry entry) {
    if (!(entry.value() instanceof Mapping service)) {
      return;
    }
    var subject = new CheckedService(name, entry.keySpan(), service, findings);
    MountRules.check(subject);
    startInterval(subject);
    ServiceTable.CONTAINER_NAME
        .nodeIn(service)
        .filter(Nodes::isSound)
        .ifPresent(container -> containerName(subject, Nodes.quote(container)));
  }

  private static void startInterval(CheckedService subject) {
    Mapping check =
        subject.get(WorkloadTable.HEALTHCHECK).orElse(Mapping.empty(subject.nameSpan()));
    Mapping.Entry interval = check.entries().get(HealthTable.START_INTERVAL.name());
    if (interval == null || check.get(HealthTable.START_PERIOD.name()).isPresent()) {
      return;
    }
    subject
        .findings()
        .add(
            Diagnostic.warning(
                    Code.MISSING_ATTRIBUTE,
                    interval.keySpan(),
                    "healthcheck.start_interval requires healthcheck.start_period to be set: service `%s` has none",
                    Quote.name(subject.name()))
                .hint("add a `start_period`, such as `30s`"));
  }

  private void containerName(CheckedService subject, Quote container) {
    var own = new Holder(subject.name(), subject.nameSpan());
    Holder first = names.putIfAbsent(container.text(), own);
    if (first != null) {
      findings.add(
          Diagnostic.error(
                  Code.DUPLICATE_VALUE,
                  own.span(),
                  ComposeSentences.CONTAINER_NAME_IN_USE + " by service `%s`",
                  container,
                  Quote.name(first.service()))
              .related(first.span(), "the first one"));
    }
  }
}
