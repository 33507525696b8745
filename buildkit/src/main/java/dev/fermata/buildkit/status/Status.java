package dev.fermata.buildkit.status;

import java.util.List;

/** What BuildKit has to tell since the last time. */
public record Status(
    List<Vertex> vertices, List<Transfer> transfers, List<Output> output, List<Warning> warnings) {
  public Status {
    vertices = List.copyOf(vertices);
    transfers = List.copyOf(transfers);
    output = List.copyOf(output);
    warnings = List.copyOf(warnings);
  }
}
