package dev.fermata.model.load.bind;

import dev.fermata.model.Rerun;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Faulty;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The settings of a service under {@code x-fermata}, which Docker Compose ignores. */
final class OwnServiceSettings {
  private static final String NAME = "x-fermata";
  private static final String RERUN = "rerun";

  private final List<Diagnostic> findings = new ArrayList<>();

  private OwnServiceSettings() {}

  /** When it runs again, if that is said, and what is wrong with what is said. */
  static Result<Rerun> rerun(Mapping service) {
    var own = new OwnServiceSettings();
    Optional<Rerun> rerun =
        service.get(NAME).filter(node -> !Nodes.isNull(node)).flatMap(own::settings);
    return new Result<>(rerun, own.findings);
  }

  private Optional<Rerun> settings(Node own) {
    if (own instanceof Mapping settings) {
      settings.entries().entrySet().stream()
          .filter(entry -> !entry.getKey().equals(RERUN))
          .forEach(entry -> unknown(entry.getKey(), entry.getValue().keySpan()));
      return settings.get(RERUN).flatMap(this::policy);
    }
    if (!(own instanceof Faulty)) {
      findings.add(
          Diagnostic.error(
                  Code.WRONG_TYPE,
                  own.span(),
                  "`%s` of a service must be a mapping",
                  Quote.word(NAME))
              .hint("write `x-fermata: {rerun: always}`"));
    }
    return Optional.empty();
  }

  private void unknown(String key, Span place) {
    findings.add(
        Diagnostic.warning(
                Code.UNKNOWN_ATTRIBUTE,
                place,
                "`%s` has no effect in the `%s` of a service",
                Quote.name(key),
                Quote.word(NAME))
            .hint("`%s` is all that it knows", Quote.word(RERUN)));
  }

  private Optional<Rerun> policy(Node node) {
    if (node instanceof Faulty) {
      return Optional.empty();
    }
    Optional<Rerun> policy =
        node instanceof Scalar scalar ? Rerun.of(scalar.text()) : Optional.empty();
    if (policy.isEmpty()) {
      findings.add(
          Diagnostic.error(
                  Code.INVALID_VALUE,
                  node.span(),
                  "`rerun` is one of `always`, `changed` and `never`")
              .hint("`changed` is the default: a job runs again when what it can see has changed"));
    }
    return policy;
  }
}
