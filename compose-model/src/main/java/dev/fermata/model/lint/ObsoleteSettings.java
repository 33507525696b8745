package dev.fermata.model.lint;

import dev.fermata.model.diagnostic.Code;
import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** What older tools needed. */
final class ObsoleteSettings {
  private ObsoleteSettings() {}

  static List<Diagnostic> in(List<Node> documents) {
    var leftovers = new ArrayList<Diagnostic>();
    for (Node document : documents) {
      Mapping.Entry version =
          document instanceof Mapping root ? root.entries().get("version") : null;
      if (version != null) {
        leftovers.add(
            Diagnostic.warning(
                    Code.IGNORED_ATTRIBUTE,
                    version.keySpan(),
                    "`version` has had no effect for years")
                .hint("remove it"));
      }
    }
    return leftovers;
  }
}
