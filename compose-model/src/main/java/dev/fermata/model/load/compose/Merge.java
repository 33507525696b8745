package dev.fermata.model.load.compose;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/**
 * Lays one document over another; {@code !reset} and {@code !override} take effect here, and
 * repeated items of lists with a key fall away. The first document is laid over an empty one.
 */
final class Merge {
  private Merge() {}

  static Result<Mapping> merge(Mapping base, Mapping over) {
    return merge(Schema.FILE, base, over);
  }

  static Result<Mapping> mergeService(Mapping base, Mapping over) {
    return merge(Schema.SERVICE, base, over);
  }

  private static Result<Mapping> merge(Shape<Mapping> shape, Mapping base, Mapping over) {
    var findings = new ArrayList<Diagnostic>();
    Node merged = shape.merge(base, over, Site.root(findings));
    return Result.of(merged instanceof Mapping mapping ? mapping : base, findings);
  }
}
