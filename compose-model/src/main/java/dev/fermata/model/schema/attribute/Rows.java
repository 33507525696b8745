package dev.fermata.model.schema.attribute;

/** How rows begin: with what Fermata does with the attribute. */
public final class Rows {
  private Rows() {}

  public static <T> Attribute<T> mapped(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.MAPPED);
  }

  public static <T> Attribute<T> ours(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.DONE_BY_US);
  }

  public static <T> Attribute<T> ignored(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.IGNORED_WITH_WARNING);
  }

  public static <T> Attribute<T> swarm(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.SWARM_ONLY);
  }

  public static <T> Attribute<T> notRun(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.NOT_RUN);
  }

  public static <T> Attribute<T> noEngine(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.NO_ENGINE);
  }
}
