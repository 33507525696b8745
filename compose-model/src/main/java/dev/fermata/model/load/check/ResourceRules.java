package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.text.IpAddress;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What holds for single resources, used or not: attributes that need or exclude each other. */
public final class ResourceRules {
  private final List<Diagnostic> findings = new ArrayList<>();

  private ResourceRules() {}

  public static Result<Mapping> check(Mapping document) {
    var rules = new ResourceRules();
    entries(document, "volumes").forEach(rules::external);
    entries(document, "secrets").forEach((key, entry) -> rules.secret(entry));
    entries(document, "configs")
        .forEach((key, entry) -> rules.source("config", entry, "file", "environment", "content"));
    entries(document, "services").forEach((name, entry) -> rules.service(entry.value()));
    return Result.of(document, rules.findings);
  }

  private static Map<String, Mapping.Entry> entries(Node node, String key) {
    return node instanceof Mapping mapping
            && mapping.get(key).orElse(null) instanceof Mapping section
        ? section.entries()
        : Map.of();
  }

  private static void each(Node node, String key, Consumer<Mapping> rule) {
    if (node instanceof Mapping mapping
        && mapping.get(key).orElse(null) instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Mapping one) {
          rule.accept(one);
        }
      }
    }
  }

  private void external(String key, Mapping.Entry entry) {
    if (!(entry.value() instanceof Mapping volume)
        || !volume.get("external").map(Nodes::text).orElse("").equals("true")) {
      return;
    }
    volume
        .entries()
        .forEach((name, other) -> {
          if (!List.of("name", "external").contains(name) && !name.startsWith("x-")) {
            error(
                Code.CONFLICTING_ATTRIBUTES,
                other,
                "an external volume takes no `%s`: it is there already".formatted(name));
          }
        });
  }

  /** Sources that say nothing are none; a driver may have one of its own. */
  private void secret(Mapping.Entry entry) {
    source("secret", entry, "file", "environment");
    List<String> keys = List.of("environment", "driver", "external");
    if (entry.value() instanceof Mapping secret
        && secret.get("file").isEmpty()
        && keys.stream().anyMatch(key -> secret.get(key).isPresent())
        && keys.stream().noneMatch(key -> says(secret, key))) {
      error(Code.MISSING_ATTRIBUTE, entry, "a secret needs a source: `file` or `environment`");
    }
  }

  private static boolean says(Mapping resource, String key) {
    return resource
        .get(key)
        .map(Nodes::text)
        .filter(text -> !text.isEmpty() && !text.equals("false"))
        .isPresent();
  }

  private void source(String kind, Mapping.Entry entry, String... sources) {
    if (!(entry.value() instanceof Mapping resource)) {
      return;
    }
    List<String> given =
        List.of(sources).stream().filter(key -> resource.get(key).isPresent()).toList();
    String all = "`" + String.join("`, `", sources) + "`";
    if (given.size() > 1) {
      Mapping.Entry second = resource.entries().get(given.get(1));
      error(
          Code.CONFLICTING_ATTRIBUTES,
          second == null ? entry : second,
          "a %s has one source only: %s".formatted(kind, all));
    }
    if (given.isEmpty() && resource.get("driver").isEmpty() && resource.get("external").isEmpty()) {
      error(Code.MISSING_ATTRIBUTE, entry, "a %s needs a source: one of %s".formatted(kind, all));
    }
  }

  private void service(Node service) {
    each(service, "ports", this::hostIp);
    each(service, "volumes", this::bindSource);
    each(service, "gpus", this::deviceRequest);
    if (service instanceof Mapping mapping) {
      mapping.get("develop").ifPresent(node -> each(node, "watch", this::watchPath));
      mapping
          .get("deploy")
          .flatMap(deploy -> below(deploy, "resources"))
          .flatMap(resources -> below(resources, "reservations"))
          .ifPresent(reservations -> each(reservations, "devices", this::deviceRequest));
    }
  }

  private static Optional<Node> below(Node node, String key) {
    return node instanceof Mapping mapping ? mapping.get(key) : Optional.empty();
  }

  private void hostIp(Mapping port) {
    port.get("host_ip")
        .filter(ip -> Nodes.isText(ip) && !IpAddress.isValid(Nodes.text(ip)))
        .ifPresent(ip ->
            findings.add(
                Diagnostic.error(
                    Code.INVALID_VALUE,
                    ip.span(),
                    "`" + Nodes.text(ip) + "` is not an IP address")));
  }

  private void bindSource(Mapping volume) {
    if (volume.get("type").map(Nodes::text).orElse("").equals("bind")
        && volume.get("source").isEmpty()) {
      findings.add(
          Diagnostic.error(Code.MISSING_ATTRIBUTE, volume.span(), "a bind needs a `source`"));
    }
  }

  private void watchPath(Mapping trigger) {
    trigger
        .get("path")
        .filter(path -> Nodes.isText(path) && Nodes.text(path).isEmpty())
        .ifPresent(path ->
            findings.add(
                Diagnostic.error(
                    Code.INVALID_VALUE, path.span(), "the `path` of a `watch` is empty")));
  }

  private void deviceRequest(Mapping request) {
    if (request.get("count").isPresent() && request.get("device_ids").isPresent()) {
      findings.add(
          Diagnostic.error(
              Code.CONFLICTING_ATTRIBUTES,
              request.span(),
              "`count` and `device_ids` exclude each other"));
    }
  }

  private void error(Code code, Mapping.Entry entry, String message) {
    findings.add(Diagnostic.error(code, entry.keySpan(), message));
  }
}
