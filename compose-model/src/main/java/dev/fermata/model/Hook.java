package dev.fermata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A command that is run in a container after its start or before its stop; what it does not say is
 * as in the container.
 */
public record Hook(
    List<String> command,
    Optional<String> user,
    boolean privileged,
    Optional<String> workingDirectory,
    SequencedMap<String, Value> environment) {
  public Hook {
    command = List.copyOf(command);
    environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
  }
}
