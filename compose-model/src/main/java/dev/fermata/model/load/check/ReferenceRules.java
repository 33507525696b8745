package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.DidYouMean;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.load.select.ProjectDocument;
import dev.fermata.model.load.select.Pruning;
import dev.fermata.model.schema.ProjectTable;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.GrantTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.schema.service.BuildTable;
import dev.fermata.model.schema.service.WorkloadTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Whether what a service refers to is defined. */
final class ReferenceRules {
  private final CheckedService subject;
  private final ProjectDocument project;

  private ReferenceRules(CheckedService subject, ProjectDocument project) {
    this.subject = subject;
    this.project = project;
  }

  static void check(CheckedService subject, ProjectDocument project) {
    new ReferenceRules(subject, project).check();
  }

  /** A kind of thing that services refer to. */
  private record Kind(String name, Attribute<?> section, Code code) {}

  private static final Kind NETWORK =
      new Kind("network", ProjectTable.NETWORKS, Code.UNDEFINED_NETWORK);
  private static final Kind VOLUME =
      new Kind("volume", ProjectTable.VOLUMES, Code.UNDEFINED_VOLUME);
  private static final Kind SECRET =
      new Kind("secret", ProjectTable.SECRETS, Code.UNDEFINED_SECRET);
  private static final Kind CONFIG =
      new Kind("config", ProjectTable.CONFIGS, Code.UNDEFINED_CONFIG);
  private static final Kind MODEL = new Kind("model", ProjectTable.MODELS, Code.UNDEFINED_MODEL);

  private void check() {
    keys(NETWORK, ContainerTable.NETWORKS);
    keys(MODEL, ContainerTable.MODELS);
    Pruning.volumes(subject.service())
        .forEach(volume -> require(VOLUME, volumeName(volume), volumeSpan(volume)));
    grants(SECRET, ContainerTable.SECRETS, subject.service());
    grants(CONFIG, ContainerTable.CONFIGS, subject.service());
    subject.get(WorkloadTable.BUILD).ifPresent(build -> grants(SECRET, BuildTable.SECRETS, build));
  }

  private void keys(Kind kind, Attribute<?> attribute) {
    if (subject.service().get(attribute.name()).orElse(null) instanceof Mapping mapping) {
      mapping.entries().forEach((key, entry) -> require(kind, entry.quote(key), entry.keySpan()));
    }
  }

  private Quote volumeName(String volume) {
    return sources(volume).map(Nodes::quote).findFirst().orElse(Quote.name(volume));
  }

  private Stream<Node> sources(String volume) {
    return subject.get(ContainerTable.VOLUMES).orElse(List.of()).stream()
        .flatMap(mount -> MountTable.SOURCE.nodeIn(mount).stream())
        .filter(source -> Nodes.text(source).equals(volume));
  }

  private Span volumeSpan(String volume) {
    return sources(volume)
        .map(Node::span)
        .map(span -> span.occurrence(volume, 0).orElse(span))
        .findFirst()
        .orElse(subject.nameSpan());
  }

  private void grants(Kind kind, Attribute<List<Mapping>> attribute, Mapping mapping) {
    Consumer<Mapping> one =
        grant ->
            require(
                kind,
                GrantTable.SOURCE.nodeIn(grant).map(Nodes::quote).orElse(Quote.name("")),
                GrantTable.SOURCE.nodeIn(grant).map(node -> node.span()).orElse(grant.span()));
    attribute.in(mapping).orElse(List.of()).forEach(one);
  }

  private static Optional<Message> path(Kind kind, Quote key) {
    return kind.equals(VOLUME) && (key.text().contains("/") || key.text().contains("."))
        ? Optional.of(Message.of("a path starts with `./`: `./%s`", key))
        : Optional.empty();
  }

  private void require(Kind kind, Quote key, Span span) {
    Map<String, Mapping.Entry> defined = project.section(kind.section());
    if (defined.containsKey(key.text())) {
      return;
    }
    Diagnostic error =
        Diagnostic.error(kind.code(), span, "undefined %s `%s`", Quote.word(kind.name()), key);
    subject
        .findings()
        .add(
            error.hint(
                DidYouMean.of(key, defined.keySet())
                    .or(() -> path(kind, key))
                    .orElse(
                        Message.of(
                            "define it under the top-level `%s`", Quote.word(kind.section())))));
  }
}
