package dev.fermata.model;

/** Where the content of a secret or a config comes from. */
public sealed interface FileSource {

  /** A file of the client, bound into the container. */
  record HostFile(String path) implements FileSource {}

  /** Content that is known here: {@code content}, or the value of an environment variable. */
  record Content(Value value) implements FileSource {}

  /** Kept by an orchestrator that we do not talk to: refused when something uses it. */
  record External() implements FileSource {}
}
