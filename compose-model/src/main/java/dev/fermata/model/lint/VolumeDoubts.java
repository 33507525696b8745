package dev.fermata.model.lint;

import dev.fermata.model.Mount;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.schema.container.MountTable;
import dev.fermata.model.source.Span;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Data that gets lost. */
final class VolumeDoubts {
  private static final Pattern DRIVE = Pattern.compile("[a-zA-Z]:/.*");

  private VolumeDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    for (LintedService service : scene.all()) {
      for (Mount mount : service.service().storage().mounts()) {
        if (mount instanceof Mount.OfVolume volume
            && volume.volume().isEmpty()
            && !isCutOut(volume, service)) {
          doubts.add(doubt(volume.target(), place(volume.target(), service)));
        }
      }
    }
    return doubts;
  }

  /** {@code ./:/app} with {@code /app/node_modules}: keeps the image's own files visible. */
  private static boolean isCutOut(Mount.OfVolume volume, LintedService service) {
    return service.service().storage().mounts().stream()
        .anyMatch(other ->
            other instanceof Mount.Bind bind && volume.target().startsWith(bind.target() + "/"));
  }

  private static Span place(String target, LintedService service) {
    for (Node node : service.items(ContainerTable.VOLUMES)) {
      if (node instanceof Mapping mapping
          && MountTable.TARGET.nodeIn(mapping).filter(t -> isText(t, target)).isPresent()) {
        return mapping.span();
      }
    }
    return service.at(ContainerTable.VOLUMES);
  }

  private static boolean isText(Node node, String text) {
    return Nodes.text(node).equals(text);
  }

  private static Diagnostic doubt(String target, Span span) {
    if (DRIVE.matcher(target).matches()) {
      return Diagnostic.warning(
              Code.ANONYMOUS_VOLUME,
              span,
              "`%s` is read as a path on a Windows drive, not as a volume of one letter"
                  .formatted(target))
          .hint("give the volume a longer name");
    }
    if (!target.startsWith("/")) {
      return Diagnostic.warning(
              Code.ANONYMOUS_VOLUME,
              span,
              "`%s` alone is a path in the container, not the name of a volume".formatted(target))
          .hint("say where it goes: `%s:/path/in/the/container`".formatted(target));
    }
    return Diagnostic.warning(
            Code.ANONYMOUS_VOLUME,
            span,
            "what is written to `%s` is lost after `down`: the volume has no name"
                .formatted(target))
        .hint("name it: `data:%s`, with `data:` under the top-level `volumes`".formatted(target));
  }
}
