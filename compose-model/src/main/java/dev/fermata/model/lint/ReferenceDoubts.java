package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.check.DependencyCycles;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What would be a mistake of a service, and loads for a job or a hook before the start, as nobody
 * runs those yet: names of what is not defined, and jobs that wait for each other.
 */
final class ReferenceDoubts {
  private final LintContext scene;
  private final List<Diagnostic> doubts = new ArrayList<>();

  private ReferenceDoubts(LintContext scene) {
    this.scene = scene;
  }

  static List<Diagnostic> in(LintContext scene) {
    var references = new ReferenceDoubts(scene);
    for (ResourceKind kind : ResourceKind.ALL) {
      scene.jobs().forEach(job -> references.look(kind, job, name -> false));
      scene.all().forEach(service -> references.hooks(kind, service));
    }
    DependencyCycles.ofJobs(scene.section(ProjectTable.JOBS)).ifPresent(references.doubts::add);
    return references.doubts;
  }

  /** A hook takes over what its service uses, of which the load has spoken. */
  private void hooks(ResourceKind kind, LintedService service) {
    Set<String> inherited =
        kind.usedBy(service.tree()).map(ResourceKind.Use::name).collect(Collectors.toSet());
    service.preStartHooks().forEach(hook -> look(kind, hook, inherited::contains));
  }

  private void look(ResourceKind kind, Mapping container, Predicate<String> isKnown) {
    Set<String> defined = new HashSet<>(scene.section(kind.section()).keySet());
    kind.usedBy(container)
        .filter(use -> !defined.contains(use.name()) && !isKnown.test(use.name()))
        .filter(use -> scene.isInCompose(use.span()))
        .map(use -> undefined(kind, use, defined))
        .forEach(doubts::add);
  }

  private static Diagnostic undefined(
      ResourceKind kind, ResourceKind.Use use, Set<String> defined) {
    return Diagnostic.warning(
            kind.undefined(),
            use.span(),
            "undefined %s `%s`",
            Quote.word(kind.noun()),
            use.quoted())
        .hint(
            DidYouMean.of(use.quoted(), defined)
                .orElse(
                    Message.of("define it under the top-level `%s`", Quote.word(kind.section()))));
  }
}
