package dev.fermata.model;

import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What other programs do for a service: the one that provides it in place of a container, and the
 * models that it talks to, by their keys.
 */
public record Programs(Optional<Provider> provider, SortedMap<String, ModelUse> models) {
  public Programs {
    models = Collections.unmodifiableSortedMap(new TreeMap<>(models));
  }

  /** The variables by which a service learns where a model is and what it is called. */
  public record ModelUse(String endpointVariable, String modelVariable) {

    /** As they are called where the service says nothing. */
    public static ModelUse of(String key, Optional<String> endpoint, Optional<String> model) {
      String prefix = key.toUpperCase(Locale.ROOT).replace('-', '_');
      return new ModelUse(endpoint.orElse(prefix + "_URL"), model.orElse(prefix + "_MODEL"));
    }
  }
}
