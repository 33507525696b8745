package dev.fermata.model.lint;

import dev.fermata.model.ImageRef;
import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Message;
import dev.fermata.model.diagnostic.Quote;
import dev.fermata.model.schema.container.ContainerTable;
import dev.fermata.model.tree.Node;
import dev.fermata.model.tree.Nodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Images that may be another one tomorrow. */
final class ImageDoubts {
  private ImageDoubts() {}

  static List<Diagnostic> in(LintContext scene) {
    var doubts = new ArrayList<Diagnostic>();
    scene.all().stream()
        .filter(service -> !service.service().isBuilt())
        .forEach(service -> doubt(service).ifPresent(doubts::add));
    return doubts;
  }

  private static Optional<Diagnostic> doubt(LintedService service) {
    Optional<String> image = service.get(ContainerTable.IMAGE).filter(text -> !text.isEmpty());
    if (image.isEmpty() || image.get().contains("@") || new ImageRef(image.get()).isId()) {
      return Optional.empty();
    }
    String text = image.get();
    boolean tagged = text.lastIndexOf(':') > text.lastIndexOf('/');
    if (tagged && !text.endsWith(":latest")) {
      return Optional.empty();
    }
    Node node = service.node(ContainerTable.IMAGE).orElseThrow();
    Quote quoted = Nodes.quote(node);
    Message message =
        tagged
            ? Message.of("`%s` is another image whenever a new one is published", quoted)
            : Message.of(
                "`%s` has no tag: it means `latest`, another image whenever a new one is published",
                quoted);
    int bare = tagged ? text.lastIndexOf(':') : text.length();
    return Optional.of(
        Diagnostic.warning(Code.FLOATING_IMAGE, node.span(), message)
            .hint("name a version, such as `%s:1.2`", quoted.part(0, bare)));
  }
}
