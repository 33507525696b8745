package dev.fermata.model.schema;

/** How rows begin: with what Fermata does with the attribute. */
final class Rows {
  private Rows() {}

  static <T> Attribute<T> mapped(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.MAPPED);
  }

  static <T> Attribute<T> ours(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.DONE_BY_US);
  }

  static <T> Attribute<T> ignored(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.IGNORED_WITH_WARNING);
  }

  static <T> Attribute<T> swarm(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.SWARM_ONLY);
  }

  static <T> Attribute<T> notRun(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.NOT_RUN);
  }

  static <T> Attribute<T> otherCommand(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.OTHER_COMMAND);
  }

  static <T> Attribute<T> notBuilt(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.NOT_BUILT);
  }

  static <T> Attribute<T> notYet(String name, Shape<T> shape) {
    return Attribute.of(name, shape, Treatment.NOT_YET);
  }
}
