package dev.fermata.model.lint;

import dev.fermata.model.Mount;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Data that gets lost. */
final class VolumeDoubts {
  private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:/.*");

  private VolumeDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      service.items(ContainerTable.VOLUMES).stream()
          .flatMap(mount -> replaced(mount, service).stream())
          .forEach(doubts::add);
      for (Mount mount : service.service().storage().mounts()) {
        if (mount instanceof Mount.OfVolume volume
            && volume.volume().isEmpty()
            && !isCutOut(volume, service)) {
          doubts.add(doubt(volume.target(), service));
        }
      }
    }
    return doubts;
  }

  /**
   * By another mount of its own list: what another file or a base brings is there to be replaced.
   */
  private static Optional<Diagnostic> replaced(Node mount, LintedService service) {
    return mount
        .history()
        .replaced()
        .map(Node::span)
        .filter(lost -> isBetween(service.nameSpan(), lost, mount.span()))
        .map(lost ->
            Diagnostic.warning(
                    Code.REPLACED_MOUNT,
                    mount.span(),
                    "two mounts of service `%s` are at one place: this one counts",
                    service.quote())
                .hint("remove one of the two, or give it another place")
                .related(lost, "this one is not mounted"));
  }

  private static boolean isBetween(Span name, Span lost, Span mount) {
    return lost.isWritten()
        && lost.source().equals(name.source())
        && lost.source().equals(mount.source())
        && name.start().compareTo(lost.start()) < 0
        && lost.start().compareTo(mount.start()) < 0;
  }

  /** {@code ./:/app} with {@code /app/node_modules}: keeps the image's own files visible. */
  private static boolean isCutOut(Mount.OfVolume volume, LintedService service) {
    return service.service().storage().mounts().stream()
        .anyMatch(other ->
            other instanceof Mount.Bind bind && volume.target().startsWith(bind.target() + "/"));
  }

  private static Diagnostic doubt(String target, LintedService service) {
    for (Node node : service.items(ContainerTable.VOLUMES)) {
      if (node instanceof Mapping mapping) {
        Optional<Node> found =
            MountTable.TARGET.nodeIn(mapping).filter(it -> Nodes.text(it).equals(target));
        if (found.isPresent()) {
          return doubt(Nodes.quote(found.get()), mapping.span());
        }
      }
    }
    return doubt(Quote.name(target), service.at(ContainerTable.VOLUMES));
  }

  private static Diagnostic doubt(Quote target, Span span) {
    if (DRIVE.matcher(target.text()).matches()) {
      return Diagnostic.warning(
              Code.ANONYMOUS_VOLUME,
              span,
              "`%s` is read as a path on a Windows drive, not as a volume of one letter",
              target)
          .hint("give the volume a longer name");
    }
    if (!target.text().startsWith("/")) {
      return Diagnostic.warning(
              Code.ANONYMOUS_VOLUME,
              span,
              "`%s` alone is a path in the container, not the name of a volume",
              target)
          .hint("say where it goes: `%s:/path/in/the/container`", target);
    }
    return Diagnostic.warning(
            Code.ANONYMOUS_VOLUME,
            span,
            "what is written to `%s` is lost after `down`: the volume has no name",
            target)
        .hint("name it: `data:%s`, with `data:` under the top-level `volumes`", target);
  }
}
