package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.DevelopTable;
import dev.fermata.model.schema.service.HealthTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What a container cannot be at once. */
final class ContainerRules {
  private static final Set<String> TEST_KINDS = Set.of("CMD", "CMD-SHELL", "NONE");
  private static final Set<String> WITHOUT_TARGET = Set.of("rebuild", "restart");

  private final CheckedService subject;

  private ContainerRules(CheckedService subject) {
    this.subject = subject;
  }

  static void check(CheckedService subject) {
    var rules = new ContainerRules(subject);
    rules.network();
    rules.healthcheck();
    rules.watch();
    rules.mounts();
  }

  private void network() {
    if (subject.has(ContainerTable.NETWORK_MODE) && subject.has(ContainerTable.NETWORKS)) {
      subject
          .findings()
          .add(
              Diagnostic.error(
                      Code.CONFLICTING_ATTRIBUTES,
                      subject.at(ContainerTable.NETWORK_MODE),
                      "`network_mode` and `networks` exclude each other")
                  .hint("remove one of them")
                  .related(subject.at(ContainerTable.NETWORKS), "the other one"));
    }
  }

  private void healthcheck() {
    Optional<Mapping> check = subject.get(WorkloadTable.HEALTHCHECK);
    check
        .flatMap(HealthTable.TEST::in)
        .filter(test -> !test.isEmpty() && !TEST_KINDS.contains(test.get(0)))
        .flatMap(test -> check.flatMap(HealthTable.TEST::nodeIn))
        .ifPresent(test ->
            subject.error(
                Code.INVALID_VALUE,
                subject.at(WorkloadTable.HEALTHCHECK),
                "a healthcheck's `test` starts with `CMD`, `CMD-SHELL` or `NONE`, not `%s`",
                Nodes.quoteItem(test, 0)));
  }

  private void watch() {
    List<Mapping> triggers =
        subject.get(ServiceTable.DEVELOP).flatMap(DevelopTable.WATCH::in).orElse(List.of());
    for (Mapping trigger : triggers) {
      String action = DevelopTable.ACTION.in(trigger).orElse("rebuild");
      if (!WITHOUT_TARGET.contains(action) && DevelopTable.TARGET.in(trigger).isEmpty()) {
        subject.error(
            Code.MISSING_ATTRIBUTE, trigger.span(), "a `watch` that syncs needs a `target`");
      }
    }
  }

  private void mounts() {
    Map<String, Span> taken = new HashMap<>();
    for (Node tmpfs : items(ContainerTable.TMPFS.name())) {
      String target = Nodes.text(tmpfs).split(":", 2)[0];
      mount(Nodes.quote(tmpfs).part(0, target.length()), tmpfs.span(), taken);
    }
    for (Node volume : items(ContainerTable.VOLUMES.name())) {
      if (volume instanceof Mapping mapping) {
        MountTable.TARGET
            .nodeIn(mapping)
            .ifPresent(target -> mount(Nodes.quote(target), target.span(), taken));
      }
    }
  }

  private List<Node> items(String attribute) {
    return subject.service().get(attribute).orElse(null) instanceof Sequence sequence
        ? sequence.items()
        : List.of();
  }

  private void mount(Quote target, Span span, Map<String, Span> taken) {
    Span first = taken.putIfAbsent(target.text(), span);
    if (first != null) {
      subject
          .findings()
          .add(
              Diagnostic.error(Code.DUPLICATE_VALUE, span, "`%s` is mounted twice", target)
                  .related(first, "the first mount"));
    }
  }
}
