package dev.fermata.model.load.check;

import com.google.errorprone.annotations.CompileTimeConstant;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.SecretTables;
import dev.fermata.model.schema.VolumeTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GpuTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.DeployTable;
import dev.fermata.model.schema.service.DevelopTable;
import dev.fermata.model.schema.service.PortTable;
import dev.fermata.model.schema.service.ResourcesTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.text.IpAddress;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import dev.fermata.model.tree.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What holds for single resources, used or not: attributes that need or exclude each other. */
public final class SectionRules {
  /** What may stand beside {@code external}. */
  private static final Set<String> OF_EXTERNAL =
      Set.of(VolumeTable.NAME.name(), VolumeTable.EXTERNAL.name());

  private static final List<Attribute<String>> CONFIG_SOURCES =
      List.of(SecretTables.FILE, SecretTables.ENVIRONMENT, SecretTables.CONTENT);
  private static final List<Attribute<String>> SECRET_SOURCES =
      List.of(SecretTables.FILE, SecretTables.ENVIRONMENT);
  private static final List<Attribute<?>> WITHOUT_FILE =
      List.of(SecretTables.ENVIRONMENT, SecretTables.DRIVER, SecretTables.EXTERNAL);

  private final List<Diagnostic> findings = new ArrayList<>();

  private SectionRules() {}

  public static Result<Mapping> check(Mapping document) {
    var rules = new SectionRules();
    entries(document, ProjectTable.VOLUMES).forEach(rules::external);
    entries(document, ProjectTable.SECRETS).forEach((key, entry) -> rules.secret(entry));
    entries(document, ProjectTable.CONFIGS)
        .forEach((key, entry) -> rules.source("config", entry, CONFIG_SOURCES));
    entries(document, ProjectTable.SERVICES).forEach((name, entry) -> rules.service(entry.value()));
    return Result.of(document, rules.findings);
  }

  private static Map<String, Mapping.Entry> entries(Mapping document, Attribute<?> section) {
    return document.entriesOf(section.name());
  }

  private static void each(Node node, Attribute<?> attribute, Consumer<Mapping> rule) {
    if (node instanceof Mapping mapping
        && attribute.nodeIn(mapping).orElse(null) instanceof Sequence sequence) {
      for (Node item : sequence.items()) {
        if (item instanceof Mapping one) {
          rule.accept(one);
        }
      }
    }
  }

  private void external(String key, Mapping.Entry entry) {
    if (!(entry.value() instanceof Mapping volume)
        || !VolumeTable.EXTERNAL.nodeIn(volume).map(Nodes::text).orElse("").equals("true")) {
      return;
    }
    volume
        .entries()
        .forEach((name, other) -> {
          if (!OF_EXTERNAL.contains(name) && !name.startsWith("x-")) {
            error(
                Code.CONFLICTING_ATTRIBUTES,
                other,
                "an external volume takes no `%s`: it is there already",
                Quote.name(name));
          }
        });
  }

  /** A source without a value counts as none; a secret of a driver needs no file. */
  private void secret(Mapping.Entry entry) {
    source("secret", entry, SECRET_SOURCES);
    if (entry.value() instanceof Mapping secret
        && SecretTables.FILE.nodeIn(secret).isEmpty()
        && WITHOUT_FILE.stream().anyMatch(key -> key.nodeIn(secret).isPresent())
        && WITHOUT_FILE.stream().noneMatch(key -> says(secret, key))) {
      error(Code.MISSING_ATTRIBUTE, entry, "a secret needs a source: `file` or `environment`");
    }
  }

  private static boolean says(Mapping resource, Attribute<?> attribute) {
    return attribute
        .nodeIn(resource)
        .map(Nodes::text)
        .filter(text -> !text.isEmpty() && !text.equals("false"))
        .isPresent();
  }

  private void source(String kind, Mapping.Entry entry, List<Attribute<String>> sources) {
    if (!(entry.value() instanceof Mapping resource)) {
      return;
    }
    List<String> given =
        sources.stream()
            .filter(one -> one.nodeIn(resource).isPresent())
            .map(Attribute::name)
            .toList();
    Message all = Message.list("`%s`", ", ", sources.stream().map(Quote::word).toList());
    if (given.size() > 1) {
      Mapping.Entry second = resource.entries().get(given.get(1));
      error(
          Code.CONFLICTING_ATTRIBUTES,
          second == null ? entry : second,
          "a %s has one source only: %s",
          Quote.word(kind),
          all);
    }
    if (given.isEmpty()
        && SecretTables.DRIVER.nodeIn(resource).isEmpty()
        && SecretTables.EXTERNAL.nodeIn(resource).isEmpty()) {
      error(Code.MISSING_ATTRIBUTE, entry, "a %s needs a source: one of %s", Quote.word(kind), all);
    }
  }

  private void service(Node service) {
    each(service, WorkloadTable.PORTS, this::hostIp);
    each(service, ContainerTable.VOLUMES, this::bindSource);
    each(service, ContainerTable.GPUS, this::deviceRequest);
    if (service instanceof Mapping mapping) {
      ServiceTable.DEVELOP
          .nodeIn(mapping)
          .ifPresent(node -> each(node, DevelopTable.WATCH, this::watchPath));
      ServiceTable.DEPLOY
          .nodeIn(mapping)
          .flatMap(deploy -> below(deploy, DeployTable.RESOURCES))
          .flatMap(resources -> below(resources, ResourcesTable.RESERVATIONS))
          .ifPresent(reserved -> each(reserved, ResourcesTable.DEVICES, this::deviceRequest));
    }
  }

  private static Optional<Node> below(Node node, Attribute<?> attribute) {
    return node instanceof Mapping mapping ? attribute.nodeIn(mapping) : Optional.empty();
  }

  private void hostIp(Mapping port) {
    PortTable.HOST_IP
        .nodeIn(port)
        .filter(ip -> Nodes.isText(ip) && !IpAddress.isValid(Nodes.text(ip)))
        .ifPresent(ip ->
            findings.add(
                Diagnostic.error(
                    Code.INVALID_VALUE, ip.span(), "`%s` is not an IP address", Nodes.quote(ip))));
  }

  private void bindSource(Mapping volume) {
    if (MountTable.TYPE.nodeIn(volume).map(Nodes::text).orElse("").equals("bind")
        && MountTable.SOURCE.nodeIn(volume).isEmpty()) {
      findings.add(
          Diagnostic.error(Code.MISSING_ATTRIBUTE, volume.span(), "a bind needs a `source`"));
    }
  }

  private void watchPath(Mapping trigger) {
    DevelopTable.PATH
        .nodeIn(trigger)
        .filter(path -> Nodes.isText(path) && Nodes.text(path).isEmpty())
        .ifPresent(path ->
            findings.add(
                Diagnostic.error(
                    Code.INVALID_VALUE, path.span(), "the `path` of a `watch` is empty")));
  }

  private void deviceRequest(Mapping request) {
    if (GpuTable.COUNT.nodeIn(request).isPresent()
        && GpuTable.DEVICE_IDS.nodeIn(request).isPresent()) {
      findings.add(
          Diagnostic.error(
              Code.CONFLICTING_ATTRIBUTES,
              request.span(),
              "`count` and `device_ids` exclude each other"));
    }
  }

  private void error(
      Code code, Mapping.Entry entry, @CompileTimeConstant String template, MessagePart... parts) {
    findings.add(Diagnostic.error(code, entry.keySpan(), template, parts));
  }
}
