package dev.fermata.runner.docker.typed;

import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.model.ContainerConfig;
import com.github.dockerjava.api.model.HostConfig;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A container and its image, as docker-java has them, and what its rows ask of both. */
record Described(InspectContainerResponse container, Optional<InspectImageResponse> image) {

  ContainerConfig config() {
    return container.getConfig();
  }

  HostConfig host() {
    return container.getHostConfig();
  }

  /** What the container has, and its image has not already. */
  <T> Optional<T> unlikeImage(Function<ContainerConfig, @Nullable T> of) {
    T own = of.apply(config());
    T inherited = image.map(InspectImageResponse::getConfig).map(of).orElse(null);
    return Objects.deepEquals(own, inherited) ? Optional.empty() : Optional.ofNullable(own);
  }

  /** What of the image's own the container has as well. */
  <T> Collection<T> inherited(Function<ContainerConfig, T @Nullable []> of) {
    return image.map(InspectImageResponse::getConfig).map(of).map(Arrays::asList).orElse(List.of());
  }

  /** A field that docker-java has no type for, or too narrow a one. */
  Optional<Object> raw(String... path) {
    return at(container.getRawValues(), path);
  }

  /** The same of the image. */
  Optional<Object> rawOfImage(String... path) {
    return image.flatMap(there -> at(there.getRawValues(), path));
  }

  private static Optional<Object> at(Map<String, Object> root, String... path) {
    Object found = root;
    for (String name : path) {
      found = found instanceof Map<?, ?> below ? below.get(name) : null;
    }
    return Optional.ofNullable(found);
  }

  /** The texts of a list that docker-java would cut down to the words it knows. */
  Optional<List<String>> rawTexts(String... path) {
    return raw(path)
        .filter(List.class::isInstance)
        .map(found -> ((List<?>) found).stream().map(String::valueOf).toList())
        .filter(texts -> !texts.isEmpty());
  }

  static Optional<String> text(@Nullable String given) {
    return Optional.ofNullable(given).filter(text -> !text.isEmpty());
  }

  static Optional<List<String>> texts(@Nullable Collection<String> given) {
    return Optional.ofNullable(given).filter(texts -> !texts.isEmpty()).map(List::copyOf);
  }

  static Optional<List<String>> texts(String @Nullable [] given) {
    return given == null ? Optional.empty() : texts(Arrays.asList(given));
  }

  static <V> Optional<Map<String, V>> map(@Nullable Map<String, V> given) {
    return Optional.ofNullable(given).filter(map -> !map.isEmpty());
  }

  /** Engines say zero where nothing was asked for. */
  static Optional<Long> number(@Nullable Number given) {
    return Optional.ofNullable(given).map(Number::longValue).filter(number -> number != 0);
  }

  static Optional<Boolean> on(@Nullable Boolean given) {
    return Optional.ofNullable(given).filter(Boolean.TRUE::equals);
  }
}
