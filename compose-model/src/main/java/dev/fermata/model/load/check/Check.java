package dev.fermata.model.load.check;

import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.Schema;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;

/** Compares a merged document with the attribute tables: unknown attributes and wrong types. */
public final class Check {
  private Check() {}

  public static Result<Mapping> check(Mapping document) {
    return check(document, Site.root(new ArrayList<>()));
  }

  /** The same where variables are not filled in. */
  public static Result<Mapping> checkRaw(Mapping document) {
    return check(document, Site.raw(new ArrayList<>()));
  }

  private static Result<Mapping> check(Mapping document, Site site) {
    Node checked = Schema.FILE.check(document, site.lookingIn(Schema.USUAL_TABLES));
    return Result.of(checked instanceof Mapping mapping ? mapping : document, site.findings());
  }
}
