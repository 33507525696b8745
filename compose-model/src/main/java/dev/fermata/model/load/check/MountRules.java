package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.MessagePart;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.attribute.Attribute;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.text.MountText;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Nodes;
import java.util.List;
import java.util.Optional;

/**
 * What an engine cannot be asked for at once: it has two ways to be told of a mount, and only the
 * older one, which knows the fewer options, takes an SELinux label. Docker Compose drops the label.
 */
final class MountRules {
  private final CheckedService subject;

  private MountRules(CheckedService subject) {
    this.subject = subject;
  }

  static void check(CheckedService subject) {
    var rules = new MountRules(subject);
    subject.get(ContainerTable.VOLUMES).orElse(List.of()).forEach(rules::label);
  }

  private void label(Mapping mount) {
    Mapping bind = part(mount, MountTable.OF_BIND.in(mount));
    Mapping.Entry label = bind.entries().get(MountTable.SELINUX.name());
    if (label == null) {
      return;
    }
    if (MountTable.CREATE_HOST_PATH.in(bind).filter(created -> !created).isPresent()) {
      conflict(
          label.keySpan(),
          bind,
          Message.of("create_host_path: false"),
          MountTable.CREATE_HOST_PATH);
    }
    MountTable.RECURSIVE
        .nodeIn(bind)
        .filter(how -> Nodes.isSound(how) && !Nodes.text(how).equals("enabled"))
        .ifPresent(how ->
            conflict(
                label.keySpan(),
                bind,
                Message.of("recursive: %s", Nodes.quote(how)),
                MountTable.RECURSIVE));
    for (var path : List.of(MountTable.SOURCE, MountTable.TARGET)) {
      path.nodeIn(mount)
          .filter(text -> !MountText.canHold(Nodes.text(text)))
          .ifPresent(text ->
              conflict(
                  label.keySpan(),
                  mount,
                  Message.of("%s: %s", Quote.word(path), Nodes.quote(text)),
                  path));
    }
    Mapping volume = part(mount, MountTable.OF_VOLUME.in(mount));
    for (var other : List.of(MountTable.VOLUME_SUBPATH, MountTable.LABELS)) {
      if (volume.get(other.name()).isPresent()) {
        conflict(label.keySpan(), volume, Quote.word(other), other);
      }
    }
  }

  private static Mapping part(Mapping mount, Optional<Mapping> written) {
    return written.orElseGet(() -> Mapping.empty(mount.span()));
  }

  private void conflict(
      Span label, Mapping beside, MessagePart conflicting, Attribute<?> attribute) {
    Mapping.Entry other = beside.entries().get(attribute.name());
    Span place = other == null ? beside.span() : other.keySpan();
    subject
        .findings()
        .add(
            Diagnostic.warning(
                    Code.CONFLICTING_ATTRIBUTES,
                    label,
                    "service `%s` asks for `selinux` beside `%s`: engines take one of them",
                    Quote.name(subject.name()),
                    conflicting)
                .hint("leave one out, or label the files on the host with `chcon`")
                .related(place, "the other one"));
  }
}
