package dev.fermata.model.schema;

import dev.fermata.model.diagnostic.Diagnostic;
import dev.fermata.model.diagnostic.Result;
import dev.fermata.model.schema.attribute.Budget;
import dev.fermata.model.schema.attribute.Form;
import dev.fermata.model.schema.attribute.Shape;
import dev.fermata.model.schema.attribute.Site;
import dev.fermata.model.schema.attribute.Table;
import dev.fermata.model.schema.service.PreStartTable;
import dev.fermata.model.schema.service.ServiceTable;
import dev.fermata.model.tree.Mapping;
import dev.fermata.model.tree.Node;
import java.util.ArrayList;
import java.util.List;

/** The schema of a Compose file as a whole, and what the tables do with a document. */
public final class Schema {
  /** A whole document. */
  public static final Shape<Mapping> FILE = ProjectTable.TABLE.shape();

  /** A service. */
  public static final Shape<Mapping> SERVICE = ServiceTable.TABLE.shape();

  /** What a hook before the start may say. */
  public static final Shape<Mapping> PRE_START = PreStartTable.TABLE.shape();

  /** Where an attribute most often belongs that stands where it is unknown. */
  private static final List<Table> USUAL_TABLES = List.of(ServiceTable.TABLE, ProjectTable.TABLE);

  private Schema() {}

  /** A whole document, as it may be written. */
  public static Form form() {
    return FILE.form();
  }

  /**
   * Writes the short forms of a document out, so that what follows meets one form only. Tags for
   * the merge stay where they were; {@code ports} bounds what ranges may stand for.
   */
  public static Result<Mapping> expand(Mapping document, Budget ports) {
    return expand(document, Site.root(new ArrayList<>()).drawingOn(ports));
  }

  /** The same before interpolation: what variables may make anything of stays. */
  public static Result<Mapping> expandUninterpolated(Mapping document, Budget ports) {
    return expand(document, Site.uninterpolated(new ArrayList<>()).drawingOn(ports));
  }

  private static Result<Mapping> expand(Mapping document, Site site) {
    return result(FILE.expand(document, site), document, site.findings());
  }

  /**
   * Lays one document over another; {@code !reset} and {@code !override} take effect here, and
   * repeated items of lists with a key fall away. The first document is laid over an empty one.
   */
  public static Result<Mapping> merge(Mapping base, Mapping over) {
    return merge(FILE, base, over);
  }

  public static Result<Mapping> mergeService(Mapping base, Mapping over) {
    return merge(SERVICE, base, over);
  }

  private static Result<Mapping> merge(Shape<Mapping> shape, Mapping base, Mapping over) {
    var findings = new ArrayList<Diagnostic>();
    return result(shape.merge(base, over, Site.root(findings)), base, findings);
  }

  /** Reports unknown attributes and wrong types in a merged document. */
  public static Result<Mapping> check(Mapping document) {
    return check(document, Site.root(new ArrayList<>()));
  }

  /** The same before interpolation: texts with variables in them may become anything. */
  public static Result<Mapping> checkUninterpolated(Mapping document) {
    return check(document, Site.uninterpolated(new ArrayList<>()));
  }

  private static Result<Mapping> check(Mapping document, Site site) {
    Node checked = FILE.check(document, site.lookingIn(USUAL_TABLES));
    return result(checked, document, site.findings());
  }

  /**
   * Brings every value into the form and order in which Docker Compose prints it; what says nothing
   * is left out.
   */
  public static Result<Mapping> canonical(Mapping document) {
    var findings = new ArrayList<Diagnostic>();
    return result(FILE.canonical(document, Site.root(findings)), document, findings);
  }

  private static Result<Mapping> result(Node node, Mapping instead, List<Diagnostic> findings) {
    return Result.of(node instanceof Mapping mapping ? mapping : instead, findings);
  }
}
