package dev.fermata.model.lint;

import dev.fermata.model.Dependency;
import dev.fermata.model.Dependency.Condition;
import dev.fermata.model.Health;
import dev.fermata.model.RestartPolicy;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Waiting for what cannot tell that it is ready, and not waiting for jobs to end. */
final class DependencyDoubts {
  private static final Pattern JOB_NAME =
      Pattern.compile(
          "(?i)(^|[-_.])(migrat\\w*|init|setup|seed\\w*|bootstrap|provision\\w*)($|[-_.])");

  private final LintContext scene;
  private final List<Diagnostic> doubts = new ArrayList<>();

  private DependencyDoubts(LintContext scene) {
    this.scene = scene;
  }

  /** Somebody who waits, and where it says so. */
  private record Wait(LintedService dependant, Dependency dependency, Span span) {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new DependencyDoubts(scene);
    doubts
        .waits()
        .forEach((name, waits) -> scene.service(name).ifPresent(s -> doubts.on(s, waits)));
    return doubts.doubts;
  }

  /**
   * Who waits for each service by {@code depends_on}; what links and the like imply is not meant.
   */
  private Map<String, List<Wait>> waits() {
    var waits = new LinkedHashMap<String, List<Wait>>();
    for (LintedService dependant : scene.all()) {
      for (Dependency dependency : dependant.service().lifecycle().dependencies()) {
        String name = dependency.service().text();
        if (dependency.implied().isEmpty() && !name.equals(dependant.name())) {
          waits
              .computeIfAbsent(name, first -> new ArrayList<>())
              .add(new Wait(dependant, dependency, place(dependant, dependency)));
        }
      }
    }
    return waits;
  }

  private static Span place(LintedService dependant, Dependency dependency) {
    Mapping none = Mapping.empty(dependant.nameSpan());
    Mapping written =
        dependant.node(WorkloadTable.DEPENDS_ON).orElse(none) instanceof Mapping mapping
            ? mapping
            : none;
    Mapping.Entry entry = written.entries().get(dependency.service().text());
    return entry == null ? dependant.nameSpan() : entry.keySpan();
  }

  private void on(LintedService service, List<Wait> waits) {
    List<Wait> forItsEnd = waits(waits, Condition.COMPLETED);
    if (!forItsEnd.isEmpty()) {
      neverEnds(service, forItsEnd.getFirst());
    }
    if (!forItsEnd.isEmpty() || looksLikeJob(service)) {
      waits(waits, Condition.STARTED).stream()
          .filter(wait -> !wait.dependency().explicit())
          .forEach(wait -> notAwaited(service, wait));
      return;
    }
    withoutHealthcheck(service, waits);
  }

  private static List<Wait> waits(List<Wait> waits, Condition condition) {
    return waits.stream().filter(wait -> wait.dependency().condition() == condition).toList();
  }

  private void neverEnds(LintedService service, Wait wait) {
    Optional<RestartPolicy.Condition> restart =
        service.service().lifecycle().restart().map(RestartPolicy::condition);
    boolean forEver =
        restart.equals(Optional.of(RestartPolicy.Condition.ALWAYS))
            || restart.equals(Optional.of(RestartPolicy.Condition.UNLESS_STOPPED));
    if (forEver) {
      doubts.add(
          service
              .doubt(
                  Code.JOB_RESTARTED,
                  ServiceTable.RESTART,
                  "`%s` is awaited to complete, but is started again whenever it ends",
                  service.quote())
              .hint("let it end: `restart: \"no\"` or `restart: on-failure`")
              .related(wait.span(), "`%s` waits here", wait.dependant().quote()));
    }
  }

  private static boolean looksLikeJob(LintedService service) {
    boolean endsOnItsOwn =
        service
            .service()
            .lifecycle()
            .restart()
            .map(RestartPolicy::condition)
            .filter(c -> c != RestartPolicy.Condition.NO && c != RestartPolicy.Condition.ON_FAILURE)
            .isEmpty();
    return endsOnItsOwn
        && JOB_NAME.matcher(service.name()).find()
        && service.service().health().isEmpty()
        && service.service().networking().ports().isEmpty();
  }

  private void notAwaited(LintedService job, Wait wait) {
    doubts.add(
        Diagnostic.warning(
                Code.JOB_NOT_AWAITED,
                wait.span(),
                "`%s` does not wait for the job `%s` to end, only for its start",
                wait.dependant().quote(),
                job.quote())
            .hint("say `condition: service_completed_successfully`"));
  }

  /** One finding for each service that is waited for, however many do. */
  private void withoutHealthcheck(LintedService service, List<Wait> waits) {
    Optional<Health> health = service.service().health();
    boolean isChecked =
        service.service().readiness().isPresent()
            || (health.isPresent() && !health.get().isDisabled());
    Optional<Wait> forHealth = waits(waits, Condition.HEALTHY).stream().findFirst();
    Optional<Wait> plain =
        waits(waits, Condition.STARTED).stream()
            .filter(wait -> !wait.dependency().explicit())
            .findFirst();
    Optional<Wait> wait = forHealth.or(() -> plain);
    if (isChecked || wait.isEmpty()) {
      return;
    }
    Message hint =
        forHealth.isPresent()
            ? Message.of("give `%s` a `healthcheck`", service.quote())
            : Message.of(
                "give `%s` a `healthcheck`, or say `condition: service_started` where that is enough",
                service.quote());
    doubts.add(
        Diagnostic.warning(
                Code.DEPENDENCY_WITHOUT_HEALTHCHECK,
                wait.get().span(),
                "`%s` waits for `%s`%s",
                wait.get().dependant().quote(),
                service.quote(),
                withoutHealthcheck(health, forHealth))
            .hint(hint)
            .related(service.nameSpan(), "`%s` is defined here", service.quote()));
  }

  private static Message withoutHealthcheck(Optional<Health> health, Optional<Wait> forHealth) {
    if (forHealth.isEmpty()) {
      return Message.of(", which has no healthcheck: it may be started long before it is ready");
    }
    return health.isPresent()
        ? Message.of(" to be healthy, but its healthcheck is switched off")
        : Message.of(
            " to be healthy, but no healthcheck stands here: unless its image brings one, that never happens");
  }
}
