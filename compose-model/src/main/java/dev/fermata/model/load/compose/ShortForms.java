package dev.fermata.model.load.compose;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/**
 * Writes the short forms of one document out, so that what follows meets one form only. Tags for
 * the merge stay where they were.
 */
final class ShortForms {
  private ShortForms() {}

  static Result<Mapping> expand(Mapping document, Budget ports) {
    return expand(document, Site.root(new ArrayList<>()).drawingOn(ports));
  }

  /** The same where variables are not filled in: what may become anything stays. */
  static Result<Mapping> expandRaw(Mapping document, Budget ports) {
    return expand(document, Site.raw(new ArrayList<>()).drawingOn(ports));
  }

  private static Result<Mapping> expand(Mapping document, Site site) {
    Node expanded = Schema.FILE.expand(document, site);
    return Result.of(expanded instanceof Mapping mapping ? mapping : document, site.findings());
  }
}
