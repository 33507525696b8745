package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/**
 * Writes the short forms of one document out, so that what follows meets one form only. Tags for
 * the merge stay where they were.
 */
final class ShortForms {
  private ShortForms() {}

  static Result<Mapping> expand(Mapping document) {
    var findings = new ArrayList<Diagnostic>();
    Node expanded = Schema.FILE.expand(document, Site.root(findings));
    return Result.of(expanded instanceof Mapping mapping ? mapping : document, findings);
  }
}
