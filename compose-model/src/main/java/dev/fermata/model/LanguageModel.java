package dev.fermata.model;

import java.util.List;
import java.util.Optional;

/** A top-level model; {@code model} is what it is called where it is pulled from. */
public record LanguageModel(
    String key, String model, Optional<Long> contextSize, List<String> runtimeFlags) {
  public LanguageModel {
    runtimeFlags = List.copyOf(runtimeFlags);
  }
}
