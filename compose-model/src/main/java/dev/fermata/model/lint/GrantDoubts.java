package dev.fermata.model.lint;

import dev.fermata.model.Config;
import dev.fermata.model.FileSource;
import dev.fermata.model.Secret;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What secrets and configs ask for that a mounted file of the host cannot give. It is mounted where
 * nothing can be written into the container.
 */
final class GrantDoubts {
  private static final List<Attribute<?>> OWNERSHIP =
      List.of(GrantTable.UID, GrantTable.GID, GrantTable.MODE);

  private GrantDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var secrets = scene.project().secrets();
    var configs = scene.project().configs();
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      if (!service.get(ContainerTable.READ_ONLY).orElse(false)) {
        continue;
      }
      doubts.addAll(
          mounted(
              service.items(ContainerTable.SECRETS),
              name -> Optional.ofNullable(secrets.get(name)).map(Secret::source)));
      doubts.addAll(
          mounted(
              service.items(ContainerTable.CONFIGS),
              name -> Optional.ofNullable(configs.get(name)).map(Config::source)));
    }
    return doubts;
  }

  private static List<Diagnostic> mounted(
      List<Node> grants, Function<String, Optional<FileSource>> source) {
    var doubts = new ArrayList<Diagnostic>();
    for (Node node : grants) {
      if (node instanceof Mapping grant
          && GrantTable.SOURCE.in(grant).flatMap(source).orElse(null)
              instanceof FileSource.HostFile) {
        OWNERSHIP.forEach(attribute -> doubt(grant, attribute).ifPresent(doubts::add));
      }
    }
    return doubts;
  }

  private static Optional<Diagnostic> doubt(Mapping grant, Attribute<?> attribute) {
    return Optional.ofNullable(grant.entries().get(attribute.name()))
        .map(entry ->
            Diagnostic.warning(
                    Code.IGNORED_ATTRIBUTE,
                    entry.keySpan(),
                    "`%s` has no effect on a `file` in a `read_only` service: it is mounted as it is on the host",
                    Quote.word(attribute))
                .hint("change the file itself, or take its text from `environment`"));
  }
}
