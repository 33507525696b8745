package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Credentials;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Scalar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Secrets that stand in the file for everybody who reads it. */
final class SecretDoubts {
  /** What is about a secret without being one: {@code TOKEN_TTL}, {@code AUTH_URL}. */
  private static final Pattern ABOUT =
      Pattern.compile(
          "(?i)KEY|AUTH|.*_(TTL|EXPIR\\w*|LIFETIME|TIMEOUT|DURATION|LENGTH|SIZE|COUNT|URLS?|URI|HOST|PORT"
              + "|ENDPOINT|ISSUER|AUDIENCE|REALM|NAME|ID|ALG|ALGORITHM|TYPE|METHODS?|MODE|ENABLED?"
              + "|PROVIDER|HEADER|FORMAT|POLICY|REQUIRED|DISABLED)");

  private static final Pattern FLAG =
      Pattern.compile("(?i)true|false|yes|no|on|off|none|null|[01]");

  private final LintContext scene;
  private final List<Diagnostic> doubts = new ArrayList<>();

  private SecretDoubts(LintContext scene) {
    this.scene = scene;
  }

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new SecretDoubts(scene);
    for (LintedService service : scene.all()) {
      service
          .node(ContainerTable.ENVIRONMENT)
          .ifPresent(node ->
              doubts.pairs(
                  node,
                  key ->
                      Message.of(
                          "give it by `secrets`, or take it from a variable: `${%s}`", key)));
      service
          .get(WorkloadTable.BUILD)
          .flatMap(build -> build.get(BuildTable.ARGS.name()))
          .ifPresent(node ->
              doubts.pairs(
                  node,
                  key -> Message.of("use `build.secrets`: arguments stay in the image's history")));
    }
    return doubts.doubts;
  }

  private void pairs(Node node, Function<Quote, Message> hint) {
    if (node instanceof Mapping mapping) {
      mapping
          .entries()
          .forEach((key, entry) -> {
            if (isSecret(key, entry)) {
              doubts.add(
                  Diagnostic.warning(
                          Code.PLAIN_SECRET,
                          entry.keySpan(),
                          "`%s` looks like a secret, and its value stands in the file",
                          entry.quote(key))
                      .hint(hint.apply(entry.quote(key))));
            }
          });
    }
  }

  private boolean isSecret(String key, Mapping.Entry entry) {
    if (!(entry.value() instanceof Scalar scalar) || !isWritten(key, entry)) {
      return false;
    }
    String value = scalar.text();
    if (value.isEmpty() || FLAG.matcher(value).matches() || value.startsWith("/")) {
      return false;
    }
    boolean named = Credentials.isSecretName(key) && !ABOUT.matcher(key).matches();
    return named || Credentials.hasLogin(value);
  }

  /** Whether name and value stand in a compose file as they are: no variable, no env file. */
  private boolean isWritten(String key, Mapping.Entry entry) {
    return scene.isInCompose(entry.keySpan())
        && entry.keySpan().text().contains(key)
        && !entry.value().span().text().replace("$$", "").contains("$");
  }
}
