package dev.fermata.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * What runs in the container. An absent {@code command} or {@code entrypoint} keeps the image's, an
 * empty one clears it. A variable without a value takes the image's variable away.
 */
public record Process(
    Optional<List<String>> command,
    Optional<List<String>> entrypoint,
    SequencedMap<String, Optional<Value>> environment,
    Optional<String> user,
    Optional<String> workingDirectory,
    boolean tty,
    boolean stdinOpen,
    Optional<Boolean> init,
    Optional<Long> umask) {

  public Process {
    command = command.map(List::copyOf);
    entrypoint = entrypoint.map(List::copyOf);
    environment = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(environment));
  }
}
