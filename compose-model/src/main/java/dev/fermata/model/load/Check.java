package dev.fermata.model.load;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/** Compares a merged document with the attribute tables: unknown attributes and wrong types. */
final class Check {
  private Check() {}

  static Result<Mapping> check(Mapping document) {
    var findings = new ArrayList<Diagnostic>();
    Node checked = Schema.FILE.check(document, Site.root(findings));
    return Result.of(checked instanceof Mapping mapping ? mapping : document, findings);
  }
}
