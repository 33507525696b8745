package dev.fermata.model;

/** A namespace that a container shares: a kind by name ({@code host}), or another container's. */
public sealed interface Namespace {

  /**
   * {@code host}, {@code none}, {@code bridge}, {@code private}, {@code shareable}, or a network.
   */
  record Named(String name) implements Namespace {}

  /** {@code service:X}: the first container of a service of this project. */
  record OfService(ServiceName service) implements Namespace {}

  /** {@code container:X}: a container outside of Compose's care. */
  record OfContainer(String container) implements Namespace {}

  static Namespace parse(String text) {
    if (text.startsWith("service:")) {
      return new OfService(new ServiceName(text.substring("service:".length())));
    }
    return text.startsWith("container:")
        ? new OfContainer(text.substring("container:".length()))
        : new Named(text);
  }
}
