package dev.fermata.model.load.normalise;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/**
 * Brings every value into the form and order in which Docker Compose prints it; what says nothing
 * is left out.
 */
public final class Values {
  private Values() {}

  public static Result<Mapping> canonical(Mapping document) {
    var findings = new ArrayList<Diagnostic>();
    Node canonical = Schema.FILE.canonical(document, Site.root(findings));
    return Result.of(canonical instanceof Mapping mapping ? mapping : document, findings);
  }
}
