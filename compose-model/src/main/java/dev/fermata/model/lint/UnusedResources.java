package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.tree.Mapping;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Networks, volumes, secrets and configs that no service, job or hook uses, not even of another
 * profile.
 */
final class UnusedResources {
  private UnusedResources() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (ResourceKind kind : ResourceKind.ALL) {
      Set<String> used = used(kind, scene);
      scene
          .section(kind.section())
          .forEach((name, entry) -> {
            if (!used.contains(name) && scene.isInCompose(entry.keySpan())) {
              doubts.add(
                  Diagnostic.warning(
                      Code.UNUSED_RESOURCE,
                      entry.keySpan(),
                      "no service uses the %s `%s`",
                      Quote.word(kind.noun()),
                      Quote.name(name)));
            }
          });
    }
    return doubts;
  }

  private static Set<String> used(ResourceKind kind, LintContext scene) {
    Stream<Mapping> ofServices =
        scene.all().stream().flatMap(s -> Stream.concat(Stream.of(s.tree()), s.preStartHooks()));
    return Stream.concat(ofServices, scene.jobs())
        .flatMap(kind::usedBy)
        .map(ResourceKind.Use::name)
        .collect(Collectors.toSet());
  }
}
